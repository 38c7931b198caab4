import {
  CONTENT_CHECK_WORDS,
  isQuarantined,
  TIP_ABOUT_WORDS,
  TIP_STATE_WORDS,
  type TipState,
} from '../../../../shared/cases/tip';
import { showMoment } from '../../../../shared/day';
import { Button, Card, Notice, Row, Tag, View } from '../../components';
import { Clock } from '../clock';
import { Evidence } from '../evidence';
import { OpenPlace } from '../open-place';
import type { Tip } from '.';

const TONES: Record<TipState, 'calm' | 'going' | 'done' | 'stopped'> = {
  received: 'calm',
  accepted: 'going',
  refused: 'stopped',
  dispatched: 'going',
  'on-site': 'going',
  done: 'done',
  false: 'stopped',
};

/** What was told, where and when; covered until asked for where the platform warned. */
export function Told({ tip, onUncover }: { tip: Tip; onUncover: () => void }) {
  return (
    <Card
      title={`${tip.number} 号线索`}
      tag={<Tag tone={TONES[tip.state]}>{TIP_STATE_WORDS[tip.state]}</Tag>}
    >
      <Row label="什么线索">{TIP_ABOUT_WORDS[tip.about]}</Row>
      <Row label="收到">{showMoment(new Date(tip.receivedAt))}</Row>
      {tip.dueAt ? (
        <Row label="时限">
          <Clock dueAt={tip.dueAt} isOverdue={tip.isOverdue} />
        </Row>
      ) : null}
      <Belongs tip={tip} />
      {tip.covered ? <Covered tip={tip} onUncover={onUncover} /> : <Content tip={tip} />}
      {tip.note ? <Row label="给提供人的话">{tip.note}</Row> : null}
      {tip.hasIdentity ? <Notice>提供人留下了领奖的身份，由保管员单独保管，这里看不到。</Notice> : null}
    </Card>
  );
}

function Belongs({ tip }: { tip: Tip }) {
  const ofCase = [tip.caseNumber, tip.debtorName].filter(Boolean).join(' ');
  return (
    <>
      {tip.bountyNumber ? <Row label="悬赏公告">{tip.bountyNumber}</Row> : null}
      {ofCase ? <Row label="案件">{ofCase}</Row> : null}
      {tip.knownBefore ? <Row label="是否掌握">法院以前已经掌握，没有奖励</Row> : null}
    </>
  );
}

function Covered({ tip, onUncover }: { tip: Tip; onUncover: () => void }) {
  return (
    <>
      <Notice kind="warning">{`${CONTENT_CHECK_WORDS[tip.check]}。内容、照片和对话都遮住了；打开看会另外留下记录。`}</Notice>
      <Button name="uncover" onTap={onUncover}>
        我要看
      </Button>
    </>
  );
}

function Content({ tip }: { tip: Tip }) {
  return (
    <>
      {isQuarantined(tip.check) ? <Notice kind="warning">{CONTENT_CHECK_WORDS[tip.check]}</Notice> : null}
      {tip.whom ? <Row label="说的是谁">{tip.whom}</Row> : null}
      <Row label="说了什么">
        <View className="zq-text">{tip.words}</View>
      </Row>
      <Row label="什么时候">{tip.seen}</Row>
      <Row label="在哪里">{tip.place}</Row>
      {tip.point ? (
        <Row label="地图上">
          <OpenPlace point={tip.point} />
        </Row>
      ) : null}
      <Evidence photos={tip.photos} />
    </>
  );
}
