import { promiseOf } from '../../../../shared/cases/bounty-notice';
import { rewardSums } from '../../../../shared/cases/reward';
import { bountyOf } from '../../../../shared/law/bounty';
import { fen, showYuan, ZERO_FEN } from '../../../../shared/money';
import { Card, Money, Row, View } from '../../components';
import { readYuan } from '../../parties/amount';
import { type Draft, promisedIn } from './draft';

const CAME_IN = fen(1_000_000);

/** What the promise would cost, reckoned as the court reckons it. */
export function Cost({ draft }: { draft: Draft }) {
  const stored = promisedIn(draft);
  if (!stored || (stored.shareBp ?? 0) > 10_000) return null;
  const promise = promiseOf(stored);
  const { bounty, creditorOwes } = bountyOf(promise, CAME_IN);
  const coverFen = readYuan(draft.cover) ?? ZERO_FEN;
  const sums = rewardSums({ promise, payer: draft.payer, coverFen }, CAME_IN);
  return (
    <Card title={`例如：凭线索收回 ${showYuan(CAME_IN)} 元`}>
      <Row label="奖励">
        <Money fen={bounty} />
      </Row>
      {draft.payer === 'insurer' ? (
        <Row label="保险支付">
          <Money fen={sums.fromInsurer} />
        </Row>
      ) : null}
      <Row label="您实际得到">
        <Money fen={sums.creditorNet} />
      </Row>
      {creditorOwes > 0 ? (
        <View className="zq-fine">
          {`收回的钱不够您承诺的奖励，差的 ${showYuan(creditorOwes)} 元可能要您另外支付。可以加一个最多不超过的数额。`}
        </View>
      ) : null}
      <View className="zq-fine">没有收回钱的，不用支付。实际金额以法院核算为准。</View>
    </Card>
  );
}
