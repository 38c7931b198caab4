import { PLAN_STATE_WORDS, type PlanState } from '../../../shared/cases/stages';
import { showDay, showMoment } from '../../../shared/day';
import { showYuan, sumFen } from '../../../shared/money';
import { Card, Row, Tag, View } from '../components';
import type { CaseRecord } from './owed';

export type Plan = CaseRecord['plans'][number];

const TONES: { [S in PlanState]: 'calm' | 'going' | 'done' | 'late' | 'stopped' } = {
  proposed: 'going',
  accepted: 'done',
  rejected: 'stopped',
  replaced: 'calm',
  lapsed: 'calm',
  broken: 'late',
  completed: 'done',
};

/** One plan: who proposed it, each instalment, what has been covered. */
export function PlanCard({ plan, title }: { plan: Plan; title: string }) {
  return (
    <Card title={title} tag={<Tag tone={TONES[plan.state]}>{PLAN_STATE_WORDS[plan.state]}</Tag>}>
      <PlanRows plan={plan} />
    </Card>
  );
}

export function PlanRows({ plan }: { plan: Plan }) {
  const total = sumFen(plan.instalments.map(({ amount }) => amount));
  return (
    <>
      <View className="zq-field__hint">
        {plan.proposedBy}提出，{showMoment(new Date(plan.proposedAt))}
      </View>
      {plan.instalments.map(({ dueDay, amount, paid }, index) => (
        <Row label={`第 ${index + 1} 期`} key={dueDay}>
          {showDay(dueDay)} 付 {showYuan(amount)} 元{paid > 0 ? `（${paidWords(amount, paid)}）` : ''}
        </Row>
      ))}
      <Row label="合计">{showYuan(total)} 元</Row>
      {plan.note ? <Row label="说明">{plan.note}</Row> : null}
    </>
  );
}

const paidWords = (amount: number, paid: Plan['instalments'][number]['paid']): string =>
  paid < amount ? `已付 ${showYuan(paid)} 元` : '已付清';
