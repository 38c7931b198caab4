import { useState } from 'react';
import {
  askedFor,
  type DataDecision,
  GROUND_CHOICES,
  type Ground,
} from '../../../../shared/cases/data-requests';
import { BigChoice, Button, Card, Field, Row, TextArea, View } from '../../components';
import { DeedForm } from '../deed-form';
import type { DataRequest } from './request-table';

interface AnswerProps {
  row: DataRequest;
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

const DECISIONS: { value: DataDecision; word: string; hint: string }[] = [
  { value: 'granted', word: '同意', hint: '马上照办' },
  { value: 'partly', word: '部分同意', hint: '改成核对过的内容' },
  { value: 'refused', word: '不同意', hint: '要选依据、写理由' },
];

/** What is asked, what stands there now, what an erasure would do; then the answer, which is done at once. */
export function Answer({ row, onDone, onLeave }: AnswerProps) {
  const [decision, decide] = useState<DataDecision | null>(null);
  const [ground, choose] = useState<Ground | null>(null);
  const [value, setValue] = useState('');
  const [answer, setAnswer] = useState('');
  const isPartlyCorrected = decision === 'partly' && row.field !== 'other';
  const input = {
    requestId: row.requestId,
    decision: decision ?? undefined,
    answer,
    ground: decision === 'granted' ? undefined : (ground ?? undefined),
    value: isPartlyCorrected ? value : undefined,
  };
  return (
    <Card title={`${row.name}：${askedFor(row)}`}>
      <Asked row={row} />
      <DeedForm
        action="decide-data-request"
        input={input}
        submit="答复"
        done={() => '已答复。'}
        onDone={() => onDone(`${row.name}：已答复，本人在“我的信息”里能看到。`)}
      >
        {(sentences) => (
          <>
            <BigChoice
              name="decision"
              label="怎样答复"
              // What must stay after an erasure, the system finds out by itself.
              choices={DECISIONS.filter((one) => one.value !== 'partly' || row.kind === 'correction')}
              value={decision}
              onChoose={decide}
              error={sentences.decision}
            />
            {isPartlyCorrected ? (
              <Field
                name="value"
                label="改成什么"
                value={value}
                onChange={setValue}
                error={sentences.value}
              />
            ) : null}
            {decision && decision !== 'granted' ? (
              <BigChoice
                name="ground"
                label="依据"
                choices={GROUND_CHOICES}
                value={ground}
                onChoose={choose}
                error={sentences.ground}
              />
            ) : null}
            <TextArea
              name="answer"
              label="给本人的话"
              hint="说清怎么核对的、结果是什么"
              value={answer}
              onChange={setAnswer}
              maxLength={1000}
              error={sentences.answer}
            />
          </>
        )}
      </DeedForm>
      <Button kind="quiet" small onTap={onLeave}>
        先不答复，回到清单
      </Button>
    </Card>
  );
}

function Asked({ row }: { row: DataRequest }) {
  const { why, now, wanted, outlook } = row;
  return (
    <>
      <Row label="理由">{why}</Row>
      {now ? <Row label="现在是">{now}</Row> : null}
      {wanted ? <Row label="要改成">{wanted}</Row> : null}
      {outlook ? (
        <>
          <Row label="同意就删">{lines(outlook.done)}</Row>
          {outlook.stays.length > 0 ? <Row label="必须保留">{lines(outlook.stays)}</Row> : null}
        </>
      ) : null}
    </>
  );
}

const lines = (all: string[]) => all.map((line) => <View key={line}>{line}</View>);
