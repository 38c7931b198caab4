import { useState } from 'react';
import { EXPORT_COLUMN_WORDS, EXPORT_HOURS, type MaskableColumn } from '../../../../shared/cases/exports';
import { BigChoice, Button, TextArea } from '../../components';
import { Chips } from '../chips';
import { DeedForm } from '../deed-form';
import type { ExportLine } from './export-card';

interface DecideProps {
  line: ExportLine;
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

const DECISIONS = [
  { value: 'granted', word: '批准', hint: `本人 ${EXPORT_HOURS} 小时内可以下载` },
  { value: 'refused', word: '不批准', hint: '要写原因' },
] as const;

/** The second person’s hand: whether it may go, and what of it without masks. Nothing is ticked for him. */
export function Decide({ line, onDone, onLeave }: DecideProps) {
  const [decision, decide] = useState<'granted' | 'refused' | null>(null);
  const [clear, setClear] = useState<readonly MaskableColumn[]>([]);
  const [answer, setAnswer] = useState('');
  const isGranted = decision === 'granted';
  const tick = (column: MaskableColumn) =>
    setClear(clear.includes(column) ? clear.filter((one) => one !== column) : [...clear, column]);
  return (
    <>
      <DeedForm
        action="decide-export"
        input={{
          exportId: line.exportId,
          granted: decision === null ? undefined : isGranted,
          clearGranted: isGranted ? [...clear] : [],
          answer,
        }}
        submit="答复"
        done={() => '已答复。'}
        onDone={() => onDone(`${line.number}：${isGranted ? '已批准。' : '没有批准。'}`)}
      >
        {(sentences) => (
          <>
            <BigChoice
              name="decision"
              label="怎样答复"
              choices={DECISIONS}
              value={decision}
              onChoose={decide}
              error={sentences.granted}
            />
            {isGranted && line.clearAsked.length > 0 ? (
              <Chips
                many
                name="clear-granted"
                label="准许哪些列不遮住（不选就都遮住）"
                choices={line.clearAsked.map((value) => ({ value, word: EXPORT_COLUMN_WORDS[value] }))}
                chosen={clear}
                onTap={tick}
                error={sentences.clearGranted}
              />
            ) : null}
            <TextArea
              name="answer"
              label={isGranted ? '给申请人的话（可以不写）' : '给申请人的话'}
              value={answer}
              onChange={setAnswer}
              maxLength={200}
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
