import { showDay } from '../../../../shared/day';
import { Button, Card, Money, Notice, Row, Tag, View } from '../../components';
import { Amounts } from '../../parties/amounts';
import { go } from '../../parties/go';
import { type CaseRecord, dueLine, instalmentLine, nextInstalment, waitingWords } from '../../parties/owed';
import { EXPLAIN_STATEMENT } from '../../routes';

/** What is owed today as one big figure, its parts, the day, and what waiting costs. */
export function Today({ record }: { record: CaseRecord }) {
  const { statement } = record;
  const next = nextInstalment(record);
  const due = next ? instalmentLine(next, statement.asOf) : dueLine(record.dueDay, statement.asOf);
  const waiting = waitingWords(statement, record.dueDay);
  return (
    <Card title="今天应付" tag={due.late ? <Tag tone="late">已过期限</Tag> : undefined}>
      <Money fen={statement.total} large />
      <View className="zq-field__hint">算到{showDay(statement.asOf)}，以法院核算为准</View>
      <Amounts statement={statement} />
      {statement.confirmedPaid > 0 ? (
        <Row label="已确认付过">
          <Money fen={statement.confirmedPaid} />
        </Row>
      ) : null}
      <Notice kind={due.late ? 'warning' : 'info'}>
        <View>{due.words}。</View>
        {waiting.map((words) => (
          <View key={words}>{words}</View>
        ))}
      </Notice>
      <Button small kind="quiet" onTap={() => go(EXPLAIN_STATEMENT, { caseId: record.caseId })}>
        怎么算的
      </Button>
    </Card>
  );
}
