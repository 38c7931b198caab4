import { useState } from 'react';
import { BigChoice, Button, TextArea } from '../../components';
import { DeedForm } from '../../court/deed-form';
import type { StepProps } from './decide';

const CHOICES = [
  { value: 'upheld', word: '支持异议', hint: '这笔奖励重新办' },
  { value: 'rejected', word: '不支持', hint: '原来的决定不变' },
] as const;

/** The tipster reads these words with his code. */
export function Answer({ reward, onDone, onLeave }: StepProps) {
  const [choice, choose] = useState<'upheld' | 'rejected' | null>(null);
  const [answer, setAnswer] = useState('');
  const upheld = choice === null ? undefined : choice === 'upheld';
  return (
    <>
      <DeedForm
        action="answer-reward-dispute"
        input={{ rewardId: reward.rewardId, upheld, answer }}
        submit="答复异议"
        done={() => '已答复。'}
        onDone={() => onDone(`线索 ${reward.number} 号：异议已答复，提供人会看到。`)}
      >
        {(sentences) => (
          <>
            <BigChoice
              name="upheld"
              label="是否支持异议"
              choices={CHOICES}
              value={choice}
              onChoose={choose}
              error={sentences.upheld}
            />
            <TextArea
              name="answer"
              label="答复"
              hint="提供人会看到，请写明理由"
              value={answer}
              onChange={setAnswer}
              maxLength={1000}
              error={sentences.answer}
            />
          </>
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不答复
      </Button>
    </>
  );
}
