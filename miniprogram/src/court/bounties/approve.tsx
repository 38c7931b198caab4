import { useState } from 'react';
import { BigChoice, Button, TextArea } from '../../components';
import { DeedForm } from '../deed-form';
import type { StepProps } from './decide';

const DECISIONS = [
  { value: 'publish', word: '发布', hint: '人人马上都能看到' },
  { value: 'send-back', word: '退回修改', hint: '要写明改什么' },
] as const;

/** The second person's look; the text that he publishes stands above, in the card. */
export function Approve({ bounty, onDone, onLeave }: StepProps) {
  const [decision, decide] = useState<'publish' | 'send-back' | null>(null);
  const [note, setNote] = useState('');
  const tell = (number: string | null): string => {
    onDone(number ? `已发布，公告编号 ${number}。` : `${bounty.caseNumber}：已退回修改。`);
    return '已审核。';
  };
  return (
    <>
      <DeedForm
        action="approve-bounty"
        input={{ bountyId: bounty.bountyId, decision: decision ?? undefined, note }}
        submit={decision === 'send-back' ? '退回修改' : '审核发布'}
        done={({ number }) => tell(number)}
      >
        {(sentences) => (
          <>
            <BigChoice
              name="decision"
              label="公告写得对吗"
              choices={DECISIONS}
              value={decision}
              onChoose={decide}
              error={sentences.decision}
            />
            {decision === 'send-back' ? (
              <TextArea
                name="note"
                label="要改什么"
                value={note}
                onChange={setNote}
                maxLength={1000}
                error={sentences.note}
              />
            ) : null}
          </>
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不审核
      </Button>
    </>
  );
}
