import { useState } from 'react';
import { OPENING_HOURS } from '../../../../shared/cases/tip';
import { BigChoice, Button, TextArea } from '../../components';
import { DeedForm } from '../../court/deed-form';
import type { Opening } from './opening-card';

interface DecideProps {
  opening: Opening;
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

const DECISIONS = [
  { value: 'granted', word: '批准', hint: `申请人 ${OPENING_HOURS} 小时内可以打开，您看不到` },
  { value: 'refused', word: '不批准', hint: '要写理由' },
] as const;

/** The second name of the record. */
export function Decide({ opening, onDone, onLeave }: DecideProps) {
  const [decision, decide] = useState<'granted' | 'refused' | null>(null);
  const [note, setNote] = useState('');
  const isRefused = decision === 'refused';
  return (
    <>
      <DeedForm
        action="decide-tipster-opening"
        input={{ openingId: opening.openingId, decision: decision ?? undefined, note }}
        submit="答复"
        done={() => '已答复。'}
        onDone={() => onDone(`线索 ${opening.number} 号：${isRefused ? '没有批准。' : '已批准。'}`)}
      >
        {(sentences) => (
          <>
            <BigChoice
              name="decision"
              label="是否批准打开"
              choices={DECISIONS}
              value={decision}
              onChoose={decide}
              error={sentences.decision}
            />
            <TextArea
              name="note"
              label={isRefused ? '理由' : '说明'}
              optional={!isRefused}
              value={note}
              onChange={setNote}
              maxLength={1000}
              error={sentences.note}
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
