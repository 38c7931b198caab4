import { TIP_ABOUT_WORDS, type TipState } from '../../../../shared/cases/tip';
import { showMoment } from '../../../../shared/day';
import { Card, Row, Steps, View } from '../../components';
import type { MyTipData } from '.';
import { Answer } from './answer';
import { Dispute } from './dispute';
import { Messages } from './messages';
import { Reward } from './reward';

export interface OpenedProps {
  code: string;
  tip: MyTipData;
  /** Words to begin with, of a tip that was changed after it had arrived. */
  addition: string;
  reload: () => void;
}

const COURSE = ['收到', '采用', '派出', '到场', '办结'] as const;
const AT: Partial<Record<TipState, number>> = {
  received: 0,
  accepted: 1,
  dispatched: 2,
  'on-site': 3,
  done: 4,
};

/** What became of it, what the court asks, and the reward. */
export function Opened({ code, tip, addition, reload }: OpenedProps) {
  const at = AT[tip.state];
  return (
    <>
      <Card title={`第 ${tip.number} 号线索`}>
        <View className="zq-text">{tip.sentence}</View>
        {tip.note ? <View className="zq-text">{`法院的话：${tip.note}`}</View> : null}
        {at === undefined ? null : <Steps names={COURSE} at={at} />}
        <Row label="收到时间">{showMoment(new Date(tip.receivedAt))}</Row>
        <Row label="线索">{TIP_ABOUT_WORDS[tip.about]}</Row>
        <Row label="地点">{tip.place}</Row>
        <Row label="内容">{tip.words}</Row>
        <View className="zq-text">{tip.claim}</View>
      </Card>
      <Messages messages={tip.messages} />
      <Answer code={code} addition={addition} onSent={reload} />
      <Reward code={code} tip={tip} reload={reload} />
      <Dispute code={code} dispute={tip.reward?.dispute ?? null} onSent={reload} />
    </>
  );
}
