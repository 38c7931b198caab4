import { Card, Field, View } from '../../components';
import { Chips, Wrong } from '../chips';
import type { LadderForm, Wrongs } from './ladder-form';
import { WEEKDAYS } from './ladder-words';

interface PartProps {
  form: LadderForm;
  onChange: (change: Partial<LadderForm>) => void;
  wrongs: Wrongs;
}

type Typed = 'remindAfter' | 'escalateAfter' | 'visitIdleAfter' | 'hour';

function NumberField({ name, label, form, onChange, wrongs }: PartProps & { name: Typed; label: string }) {
  return (
    <View className="zq-number">
      <Field
        kind="digits"
        name={name}
        label={label}
        value={form[name]}
        maxLength={2}
        onChange={(typed) => onChange({ [name]: typed })}
        error={wrongs[name]?.[0]}
      />
    </View>
  );
}

/** When liaisons are asked about their tasks. */
export function Tasks(props: PartProps) {
  return (
    <Card title="联络员的任务">
      <View className="zq-numbers">
        <NumberField {...props} name="remindAfter" label="几天没有回复，提醒本人" />
        <NumberField {...props} name="escalateAfter" label="几天没有回复，告诉镇联络员" />
        <NumberField {...props} name="visitIdleAfter" label="回复以后几天没有走访，再提醒" />
      </View>
    </Card>
  );
}

const ON_OFF = [
  { value: 'on', word: '发' },
  { value: 'off', word: '不发' },
];

/** The liaisons' weekly list. */
export function Digest(props: PartProps) {
  const { form, onChange, wrongs } = props;
  return (
    <Card title="联络员每周待办汇总">
      <Chips
        name="digest"
        label="发不发"
        choices={ON_OFF}
        chosen={[form.digestOn ? 'on' : 'off']}
        onTap={(chosen) => onChange({ digestOn: chosen === 'on' })}
      />
      {form.digestOn ? (
        <>
          <Chips
            name="weekday"
            label="星期几"
            choices={WEEKDAYS}
            chosen={[String(form.weekday)]}
            onTap={(chosen) => onChange({ weekday: Number(chosen) })}
          />
          <View className="zq-numbers">
            <NumberField {...props} name="hour" label="几点（8 到 19）" />
          </View>
        </>
      ) : (
        <Wrong sentences={wrongs.hour} />
      )}
    </Card>
  );
}
