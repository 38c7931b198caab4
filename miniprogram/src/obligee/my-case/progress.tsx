import { CASE_STATUS_WORDS, type CaseStatus } from '../../../../shared/cases/case-status';
import { showDay } from '../../../../shared/day';
import { Button, Card, Money, Row, Tag, View } from '../../components';
import { Amounts } from '../../parties/amounts';
import { go } from '../../parties/go';
import { type CaseRecord, dueLine, instalmentLine, nextInstalment, percentPaid } from '../../parties/owed';
import '../../parties/parties.scss';
import { EXPLAIN_STATEMENT } from '../../routes';

const TONES: { [S in CaseStatus]: 'calm' | 'going' | 'done' | 'stopped' } = {
  waiting: 'calm',
  supervised: 'going',
  paused: 'calm',
  planned: 'going',
  performed: 'done',
  withdrawn: 'stopped',
  filed: 'stopped',
};

const TENTHS = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

/** What has been confirmed, what is still owed, and the day. */
export function Progress({ record }: { record: CaseRecord }) {
  const { statement, status } = record;
  const next = nextInstalment(record);
  const percent = percentPaid(statement);
  return (
    <Card title="进展" tag={<Tag tone={TONES[status]}>{CASE_STATUS_WORDS[status]}</Tag>}>
      <Row label="已确认收到">
        <Money fen={statement.confirmedPaid} large />
      </Row>
      <View className="zq-progress" role="img" label={`已收到大约百分之${percent}`}>
        {TENTHS.map((tenth) => (
          <View className={`zq-progress__tenth ${tenth <= percent ? 'is-done' : ''}`} key={tenth} />
        ))}
      </View>
      <Row label="今天还应收">
        <Money fen={statement.total} />
      </Row>
      <Amounts statement={statement} />
      <View className="zq-field__hint">算到{showDay(statement.asOf)}，以法院核算为准</View>
      <Button small kind="quiet" onTap={() => go(EXPLAIN_STATEMENT, { caseId: record.caseId })}>
        怎么算的
      </Button>
      {next ? <View className="zq-text">{instalmentLine(next, statement.asOf).words}。</View> : null}
      <Row label="履行期限">{dueLine(record.dueDay, statement.asOf).words}</Row>
    </Card>
  );
}
