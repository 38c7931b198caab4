import { useState } from 'react';
import { TIP_REFUSAL_WORDS, TIP_REFUSALS, type TipRefusal, tipMay } from '../../../../shared/cases/tip';
import { BigChoice, Card, TextArea } from '../../components';
import { DeedForm } from '../../court/deed-form';
import type { PartProps } from '.';
import { Accept } from './accept';

type Decision = 'accept' | 'refuse';

const DECISIONS = [
  { value: 'accept', word: '采用', hint: '归到一件案件，接着派人核查' },
  { value: 'refuse', word: '不采用', hint: '要选理由，提供人能看到' },
] as const;

/** What becomes of a tip that was received; one that was refused can still be accepted. */
export function Decide({ tip, onDone }: PartProps) {
  const [decision, decide] = useState<Decision | null>(null);
  if (!tipMay(tip.state, 'refused')) {
    return (
      <Card title="改为采用">
        <Accept tip={tip} onDone={onDone} />
      </Card>
    );
  }
  return (
    <Card title="研判">
      <BigChoice
        name="decision"
        label="这条线索采用吗？"
        choices={DECISIONS}
        value={decision}
        onChoose={decide}
      />
      {decision === 'accept' ? <Accept tip={tip} onDone={onDone} /> : null}
      {decision === 'refuse' ? <Refuse tip={tip} onDone={onDone} /> : null}
    </Card>
  );
}

const REASONS = TIP_REFUSALS.map((value) => ({ value, word: TIP_REFUSAL_WORDS[value] }));

export function Refuse({ tip, onDone }: PartProps) {
  const [reason, choose] = useState<TipRefusal | null>(null);
  const [note, setNote] = useState('');
  return (
    <DeedForm
      action="decide-tip"
      input={{ tipId: tip.tipId, decision: 'refuse', reason: reason ?? undefined, note }}
      submit="不采用这条线索"
      done={() => '已记下。'}
      onDone={() => onDone('没有采用。提供人凭收据码能看到理由，还可以补充。')}
    >
      {(sentences) => (
        <>
          <BigChoice
            name="reason"
            label="为什么不采用"
            choices={REASONS}
            value={reason}
            onChoose={choose}
            error={sentences.reason}
          />
          <NoteField value={note} onChange={setNote} error={sentences.note} />
        </>
      )}
    </DeedForm>
  );
}

export function NoteField(props: { value: string; onChange: (value: string) => void; error?: string }) {
  return (
    <TextArea
      {...props}
      name="note"
      label="给提供人的话"
      hint="他凭收据码能看到。不要写案情和当事人的信息"
      maxLength={1000}
      optional
    />
  );
}
