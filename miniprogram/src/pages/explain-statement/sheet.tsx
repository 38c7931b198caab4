import { Card, Money, Notice, Text, View } from '../../components';
import '../../parties/parties.scss';
import { showDay } from '../../../../shared/day';
import { showYuan } from '../../../../shared/money';
import { Basis } from './basis';
import type { Explanation } from './index';
import { InterestCard } from './interest';
import { PaymentRows } from './payment-rows';
import './sheet.scss';

/** On paper more rows than these need smaller letters. */
const ROWS_IN_FULL_SIZE = 16;

export function Sheet({ explanation }: { explanation: Explanation }) {
  const { payments, doubled, general, application } = explanation;
  const closed = explanation.range === null;
  const rows = payments.length + (doubled?.runs.length ?? 0) + (general?.runs.length ?? 0);
  return (
    <View className={`zq-sheet ${rows > ROWS_IN_FULL_SIZE ? 'zq-sheet--long' : ''}`}>
      <View className="zq-sheet__case">
        <Text className="zq-sheet__title">怎么算的　</Text>
        {explanation.courtName}　{explanation.caseNumber}
      </View>
      <Total explanation={explanation} />
      <PaymentRows payments={payments} />
      <View className="zq-sheet__interests">
        {doubled ? <InterestCard kind="doubled" interest={doubled} closed={closed} /> : null}
        {general ? <InterestCard kind="general" interest={general} closed={closed} /> : null}
      </View>
      {application ? (
        <Card title="申请执行的费用和期限">
          {application.words.map((words) => (
            <View className="zq-text" key={words}>
              {words}
            </View>
          ))}
          <View className="zq-fine">{application.basis.join('；')}</View>
        </Card>
      ) : null}
      <Basis explanation={explanation} />
    </View>
  );
}

function Total({ explanation }: { explanation: Explanation }) {
  const { asOf, total, left, daily, remarks, estimateMark } = explanation;
  return (
    <Card title={`算到${showDay(asOf)}，还欠`}>
      <Money fen={total} large />
      <View className="zq-fine">{estimateMark}</View>
      <View className="zq-amounts">
        {left.items.map(({ label, amount }) => (
          <View className="zq-amounts__row" key={label}>
            <Text className="zq-amounts__name">{label}</Text>
            <Money fen={amount} />
          </View>
        ))}
      </View>
      {daily ? (
        <View className="zq-text">
          过了{showDay(daily.after)}，没付清的每天再加：{dailyWords(daily)}。
        </View>
      ) : null}
      {remarks.length > 0 ? (
        <Notice>
          {remarks.map((words) => (
            <View key={words}>{words}</View>
          ))}
        </Notice>
      ) : null}
    </Card>
  );
}

function dailyWords({ doubled, general }: NonNullable<Explanation['daily']>): string {
  const parts = [
    ['加倍部分', doubled],
    ['文书写明的利息', general],
  ] as const;
  return parts
    .filter(([, amount]) => amount > 0)
    .map(([word, amount]) => `${word} ${showYuan(amount)} 元`)
    .join('，');
}
