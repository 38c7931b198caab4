import { showDay } from '../../../../shared/day';
import { Button, Card, Money, View } from '../../components';
import { go } from '../../parties/go';
import type { CaseRecord } from '../../parties/owed';
import '../../parties/parties.scss';
import { CONFIRM_PAYMENT } from '../../routes';

/** Payments that wait for his word. A disputed one waits for the court, unless the money came after all. */
export function ToDecide({ record }: { record: CaseRecord }) {
  const waiting = record.payments.filter(({ state }) => state === 'registered' || state === 'disputed');
  if (!record.can.decidePayment || waiting.length === 0) return null;
  return (
    <Card title="等您确认">
      {waiting.map(({ paymentId, amount, paidDay, state }) => (
        <View className="zq-part" key={paymentId}>
          <View className="zq-text">
            对方登记：{showDay(paidDay)}付了 <Money fen={amount} />
            {state === 'disputed' ? '。您说过没收到或金额不对，法院正在核实。' : '。收到了吗？'}
          </View>
          <Button
            kind={state === 'registered' ? 'primary' : 'secondary'}
            onTap={() => go(CONFIRM_PAYMENT, { caseId: record.caseId, paymentId })}
          >
            {state === 'registered' ? '去确认这一笔' : '后来收到了，去确认'}
          </Button>
        </View>
      ))}
    </Card>
  );
}
