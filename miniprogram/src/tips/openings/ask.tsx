import { useState } from 'react';
import { OPENING_REASON_WORDS, OPENING_REASONS, type OpeningReason } from '../../../../shared/cases/tip';
import { BigChoice, Button, Card, Field, TextArea } from '../../components';
import { DeedForm } from '../../court/deed-form';

/** What the form begins with. */
export interface Asked {
  number: string;
  reason: OpeningReason | null;
}

interface AskProps {
  asked: Asked;
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

const REASONS = OPENING_REASONS.map((value) => ({ value, word: OPENING_REASON_WORDS[value] }));

export function Ask({ asked, onDone, onLeave }: AskProps) {
  const [typed, setTyped] = useState(asked.number);
  const [reason, choose] = useState(asked.reason);
  const [words, setWords] = useState('');
  const number = /^\d+$/.test(typed.trim()) ? Number(typed.trim()) : undefined;
  return (
    <Card title="申请打开身份">
      <DeedForm
        action="ask-tipster-opening"
        input={{ number, reason: reason ?? undefined, words }}
        submit="提交申请"
        done={() => '已提交。'}
        onDone={() => onDone(`线索 ${number} 号：已提交，请等院领导批准。`)}
      >
        {(sentences) => (
          <>
            <Field
              name="number"
              kind="digits"
              label="线索编号"
              value={typed}
              onChange={setTyped}
              maxLength={12}
              error={sentences.number}
            />
            <BigChoice
              name="reason"
              label="为什么要打开"
              choices={REASONS}
              value={reason}
              onChoose={choose}
              error={sentences.reason}
            />
            <TextArea
              name="words"
              label="说明"
              hint="批准的人会看到，也会写进记录。不要写提供人是谁"
              value={words}
              onChange={setWords}
              maxLength={1000}
              error={sentences.words}
            />
          </>
        )}
      </DeedForm>
      <Button small kind="quiet" onTap={onLeave}>
        先不申请
      </Button>
    </Card>
  );
}
