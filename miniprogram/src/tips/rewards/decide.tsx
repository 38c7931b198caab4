import { useState } from 'react';
import { showYuan } from '../../../../shared/money';
import { BigChoice, Button, TextArea } from '../../components';
import { DeedForm } from '../../court/deed-form';
import type { RewardProps } from './reward-card';

export type StepProps = RewardProps & { onLeave: () => void };

const DECISIONS = [
  { value: 'approve', word: '批准', hint: '要两个人先后批准才能发放' },
  { value: 'refuse', word: '不批准', hint: '要写理由，提供人会看到' },
] as const;

/** One of the two approvals. */
export function Decide({ reward, onDone, onLeave }: StepProps) {
  const [decision, decide] = useState<'approve' | 'refuse' | null>(null);
  const [note, setNote] = useState('');
  const word = decision === 'approve' ? '已批准' : '没有批准';
  return (
    <>
      <DeedForm
        action="decide-reward"
        input={{ rewardId: reward.rewardId, decision: decision ?? undefined, note }}
        submit="提交审批"
        done={() => '已审批。'}
        onDone={() => onDone(`线索 ${reward.number} 号，奖励 ${showYuan(reward.amount)} 元：${word}。`)}
      >
        {(sentences) => (
          <>
            <BigChoice
              name="decision"
              label="是否批准这笔奖励"
              choices={DECISIONS}
              value={decision}
              onChoose={decide}
              error={sentences.decision}
            />
            <TextArea
              name="note"
              label={decision === 'refuse' ? '理由' : '说明'}
              optional={decision !== 'refuse'}
              value={note}
              onChange={setNote}
              maxLength={1000}
              error={sentences.note}
            />
          </>
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不审批
      </Button>
    </>
  );
}
