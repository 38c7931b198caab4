import { showDay } from '../../../shared/day';
import { showYuan } from '../../../shared/money';
import { Card, Row } from '../components';
import type { MyCase } from './owed';

/** Which case this is, as it stands on the paper that he holds. */
export function AboutTheCase({ mine }: { mine: MyCase }) {
  const { record, counterpart } = mine;
  const { caseNumber, taskNumber, cause, courtName, instrumentType, effectiveDay, portions } = record;
  return (
    <Card title="这是哪件案子">
      <Row label="法院">{courtName}</Row>
      <Row label="案号">{caseNumber}</Row>
      <Row label="对方">{counterpart}</Row>
      {cause ? <Row label="案由">{cause}</Row> : null}
      <Row label="文书">
        {instrumentType}，{showDay(effectiveDay)}生效
      </Row>
      {portions.length > 1
        ? portions.map(({ dueDay, amount }, index) => (
            <Row label={`第 ${index + 1} 期`} key={dueDay}>
              {showDay(dueDay)}前付 {showYuan(amount)} 元
            </Row>
          ))
        : null}
      <Row label="查询编号">{taskNumber}（打电话时报这个）</Row>
    </Card>
  );
}
