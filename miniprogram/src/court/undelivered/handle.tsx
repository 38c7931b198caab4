import { useState } from 'react';
import { HANDLING_WORDS, HANDLINGS, type Handling } from '../../../../shared/cases/undelivered';
import { BigChoice, Button, Card, Notice, PhoneLink, Row, TextArea } from '../../components';
import { CorrectContact } from '../correct-contact';
import { DeedForm } from '../deed-form';
import type { Undelivered } from './call-table';

interface HandleProps {
  row: Undelivered;
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

const HINTS: Record<Handling, string> = {
  told: '本人或家人听明白了',
  'number-changed': '登记新号码，提醒会重新发',
  visited: '自己去过，或请联络员去过',
  left: '要写明为什么',
};

const CHOICES = HANDLINGS.map((value) => ({ value, word: HANDLING_WORDS[value], hint: HINTS[value] }));

/** What came of the call. A new number is put on file at once, and that closes the row. */
export function Handle({ row, onDone, onLeave }: HandleProps) {
  const [outcome, decide] = useState<Handling | null>(null);
  const [note, setNote] = useState('');
  const choice = (error?: string) => (
    <BigChoice
      name="outcome"
      label="结果"
      choices={CHOICES}
      value={outcome}
      onChoose={decide}
      error={error}
    />
  );
  return (
    <Card title={`${row.role} ${row.name}`}>
      {row.phone ? (
        <Row label="电话">
          <PhoneLink number={row.phone} />
        </Row>
      ) : null}
      {outcome === 'number-changed' && row.partyId ? (
        <>
          {choice()}
          <CorrectContact
            partyId={row.partyId}
            lacksIdNumber={false}
            onDone={() => onDone(`${row.name}的新号码已登记，没发出的提醒会重新发。`)}
          />
        </>
      ) : (
        <DeedForm
          action="handle-undelivered"
          input={{ noticeId: row.noticeId, outcome: outcome ?? undefined, note }}
          submit="记下结果"
          done={() => '已记下。'}
          onDone={() => onDone(`${row.name}：${HANDLING_WORDS[outcome!]}，已记下。`)}
        >
          {(sentences) => (
            <>
              {choice(sentences.outcome)}
              {outcome === 'number-changed' ? (
                <Notice>工作人员的新号码，请管理员在账号里更正；在这里只记结果。</Notice>
              ) : null}
              <TextArea
                name="note"
                label="说明"
                optional={outcome !== 'left'}
                value={note}
                onChange={setNote}
                maxLength={200}
                error={sentences.note}
              />
            </>
          )}
        </DeedForm>
      )}
      <Button kind="quiet" small onTap={onLeave}>
        先不记，回到清单
      </Button>
    </Card>
  );
}
