import { useState } from 'react';
import { showDay } from '../../../../shared/day';
import { Card, Money, Notice, Row, View } from '../../components';
import type { MyTipData } from '.';
import { Claim } from './claim';

interface RewardProps {
  code: string;
  tip: MyTipData;
  reload: () => void;
}

/** What becomes of the reward, and the form once it is granted. */
export function Reward({ code, tip: { reward, hasIdentity }, reload }: RewardProps) {
  const [claimed, setClaimed] = useState<string | null>(null);
  if (!reward) return null;
  const { state, sentence, amount, note, receipt } = reward;
  return (
    <Card title="奖励">
      {claimed ? <Notice kind="done">{claimed}</Notice> : null}
      <View className="zq-text">{sentence}</View>
      {amount === null ? null : (
        <Row label="金额">
          <Money fen={amount} />
        </Row>
      )}
      {note ? <Row label="理由">{note}</Row> : null}
      {receipt ? <Row label="发放">{`${showDay(receipt.paidDay)}，凭证号 ${receipt.number}`}</Row> : null}
      {hasIdentity ? <View className="zq-fine">您留下的身份由专人单独保管，办案人员看不到。</View> : null}
      {state === 'approved' ? (
        <Claim
          code={code}
          onClaimed={(words) => {
            setClaimed(words);
            reload();
          }}
        />
      ) : null}
    </Card>
  );
}
