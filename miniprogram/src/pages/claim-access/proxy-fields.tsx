import type { RequestOf } from '../../../../shared/actions';
import { BigChoice, Field, Tap, Text, View } from '../../components';
import type { Sentences } from '../../forms';

type Proxy = NonNullable<RequestOf<'claim-access'>['proxy']>;
export type ProxyForm = { name: string; relation: Proxy['relation'] | null; consent: boolean };

export const NO_PROXY: ProxyForm = { name: '', relation: null, consent: false };

const RELATIONS = [
  { value: 'family', word: '家人' },
  { value: 'other', word: '其他人' },
] as const;

interface Props {
  value: ProxyForm;
  onChange: (value: ProxyForm) => void;
  wrong: Sentences;
}

/** Somebody acts for the party: who he is, and that the party has agreed; both are recorded. */
export function ProxyFields({ value, onChange, wrong }: Props) {
  return (
    <View>
      <Field
        name="proxyName"
        label="您的姓名"
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        error={wrong['proxy.name']}
      />
      <BigChoice
        name="relation"
        label="您是当事人的"
        choices={RELATIONS}
        value={value.relation}
        onChoose={(relation) => onChange({ ...value, relation })}
        error={wrong['proxy.relation']}
      />
      <View className="zq-field">
        <Tap
          className={`zq-check ${value.consent ? 'is-chosen' : ''}`}
          role="checkbox"
          name="consent"
          checked={value.consent}
          onTap={() => onChange({ ...value, consent: !value.consent })}
        >
          <Text className="zq-check__box" silent>
            {value.consent ? '✓' : ''}
          </Text>
          <Text>当事人本人同意我代他办理。法院会记下是谁代办的。</Text>
        </Tap>
        {wrong['proxy.consent'] ? (
          <View className="zq-field__error" role="alert">
            {wrong['proxy.consent']}
          </View>
        ) : null}
      </View>
    </View>
  );
}
