import { useState } from 'react';
import type { RequestOf } from '../../../../shared/actions';
import { EXCLUSION_WORDS } from '../../../../shared/cases/reward';
import { BigChoice, Button, TextArea } from '../../components';
import { DeedForm } from '../../court/deed-form';
import type { Due } from './to-pay';

type Exclusion = RequestOf<'exclude-payee'>['exclusion'];

const CHOICES = (['party', 'agent', 'duty-to-report', 'court-staff'] as const).map((value) => ({
  value,
  word: EXCLUSION_WORDS[value],
}));

/** Only the custodian sees who it is; where the law bars him from the reward, the claim passes to the next. */
export function ExcludePayee({ due, onDone }: { due: Due; onDone: (sentence: string) => void }) {
  const [isOpen, open] = useState(false);
  const [exclusion, choose] = useState<Exclusion | null>(null);
  const [reason, setReason] = useState('');
  if (!isOpen) {
    return (
      <Button small kind="quiet" name={`exclude:${due.rewardId}`} onTap={() => open(true)}>
        按法律不能领取
      </Button>
    );
  }
  return (
    <DeedForm
      action="exclude-payee"
      kind="danger"
      input={{ rewardId: due.rewardId, exclusion: exclusion ?? undefined, reason }}
      submit="确定，不发给他"
      done={() => '已登记。'}
      onDone={() => onDone(`线索 ${due.number} 号：已登记不能领取，奖励归下一位提供人。`)}
    >
      {(sentences) => (
        <>
          <BigChoice
            name="exclusion"
            label="为什么不能领取"
            choices={CHOICES}
            value={exclusion}
            onChoose={choose}
            error={sentences.exclusion}
          />
          <TextArea
            name="reason"
            label="理由"
            hint="写清怎么核对的，不要写姓名和号码"
            value={reason}
            onChange={setReason}
            maxLength={1000}
            error={sentences.reason}
          />
        </>
      )}
    </DeedForm>
  );
}
