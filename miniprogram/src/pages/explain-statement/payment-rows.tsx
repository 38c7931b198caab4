import { DOUBLED_PART_LAST, ORDER_OF_PAYMENT } from '../../../../shared/law/statement-basis';
import { showCitation } from '../../../../shared/law/wording';
import { showYuan } from '../../../../shared/money';
import { Card, Text, View } from '../../components';
import type { Explanation } from './index';

/** Where each confirmed payment went. */
export function PaymentRows({ payments }: Pick<Explanation, 'payments'>) {
  if (payments.length === 0) return null;
  return (
    <Card title="付过的钱抵了什么">
      <View className="zq-text">
        每一笔先抵诉讼费用，再抵文书写明的利息，再抵本金，最后抵迟延履行利息（加倍部分）。
      </View>
      <View className="zq-fine">{[ORDER_OF_PAYMENT, DOUBLED_PART_LAST].map(showCitation).join('；')}</View>
      {payments.map(({ title, items }, index) => (
        <View className="zq-part zq-paid" key={index}>
          <View className="zq-strong zq-paid__title">{title}</View>
          <View className="zq-paid__items">
            {items.map(({ label, amount }) => (
              <View className="zq-paid__item" key={label}>
                <Text className="zq-paid__label">{label}</Text>
                <Text className="zq-paid__amount">{showYuan(amount)} 元</Text>
              </View>
            ))}
          </View>
        </View>
      ))}
    </Card>
  );
}
