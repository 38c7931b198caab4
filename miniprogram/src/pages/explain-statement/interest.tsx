import { showDay } from '../../../../shared/day';
import { doubledPart } from '../../../../shared/law/delayed-interest';
import { HEAD_WORDS } from '../../../../shared/law/wording';
import { fen, showYuan } from '../../../../shared/money';
import { Card, Text, View } from '../../components';
import type { Explanation } from './index';

type Interest = NonNullable<Explanation['doubled']>;

const A_DAY_ON_TEN_THOUSAND = showYuan(doubledPart(fen(1_000_000), 1));

const RULE = {
  doubled: ({ rate }: Interest) =>
    `过了期限还没付的钱，每天加${rate}，就是每一万元每天${A_DAY_ON_TEN_THOUSAND}元。利息上不再加利息。`,
  general: ({ rate }: Interest) => `文书自己写明的利息：${rate}，按没付清的本金算。`,
};

/** How one kind of interest came about: so much, so many days, at this rate. */
export function InterestCard({
  kind,
  interest,
  closed,
}: {
  kind: 'doubled' | 'general';
  interest: Interest;
  closed: boolean;
}) {
  const { runs } = interest;
  return (
    <Card title={`${HEAD_WORDS[kind]}怎么来的`}>
      <View className="zq-text">{RULE[kind](interest)}</View>
      {runs.length === 0 ? <View className="zq-text">到这一天还没有这一项。</View> : null}
      {runs.map((run) => (
        <View className="zq-part zq-run" key={run.from}>
          <View className="zq-run__when">
            {showDay(run.from)}到{showDay(run.to)}
          </View>
          <View className="zq-run__how">
            <Text className="zq-run__word">没付的</Text>
            <Text className="zq-nowrap">{showYuan(run.base)}元</Text>
            {run.costs > 0 ? <Text>（其中诉讼费用{showYuan(run.costs)}元）</Text> : null}
            <Text> </Text>
            <Text className="zq-nowrap">× {run.days}天</Text>
            <Text> </Text>
            <Text className="zq-nowrap zq-run__rate">× {interest.factor}</Text>
          </View>
          <View className="zq-strong zq-run__amount">＝{showYuan(run.amount)} 元</View>
        </View>
      ))}
      {runs.length > 0 ? <View className="zq-part zq-strong">{sumWords(interest, closed)}</View> : null}
    </Card>
  );
}

/** Of a closed account nothing is owed any more: what was not paid was let go. */
function sumWords({ total, paid, left }: Interest, closed: boolean): string {
  const words = [`一共${showYuan(total)}元`];
  if (paid > 0) words.push(`已经付了${showYuan(paid)}元`);
  if (closed && left > 0) words.push(`其余${showYuan(left)}元不再要求`);
  if (!closed && paid > 0) words.push(`还欠${showYuan(left)}元`);
  return words.join('，');
}
