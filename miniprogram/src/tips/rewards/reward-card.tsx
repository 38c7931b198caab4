import type { OutputOf } from '../../../../shared/actions';
import { EXCLUSION_WORDS, REWARD_STATE_WORDS, type RewardState } from '../../../../shared/cases/reward';
import { showDay, showMoment } from '../../../../shared/day';
import { Card, Money, Row, Tag } from '../../components';
import { Ledger } from './ledger';
import { WhatToDo } from './what-to-do';

export type Reward = OutputOf<'list-rewards'>['rewards'][number];

export interface RewardProps {
  reward: Reward;
  onDone: (sentence: string) => void;
}

const TONES: Record<RewardState, 'calm' | 'going' | 'done' | 'late' | 'stopped'> = {
  proposed: 'going',
  'approved-once': 'going',
  approved: 'going',
  claimed: 'going',
  blocked: 'late',
  paid: 'done',
  refused: 'stopped',
  void: 'stopped',
};

export function RewardCard({ reward, onDone }: RewardProps) {
  const { state, dispute } = reward;
  return (
    <Card title={`线索 ${reward.number} 号`} tag={<Tag tone={TONES[state]}>{REWARD_STATE_WORDS[state]}</Tag>}>
      <Row label="案号">{reward.caseNumber}</Row>
      {reward.bountyNumber ? <Row label="悬赏公告">{reward.bountyNumber}</Row> : null}
      <Sums reward={reward} />
      <Row label="依据">{reward.basis}</Row>
      <Row label="谁提议">{`${reward.proposedBy} ${moment(reward.proposedAt)}`}</Row>
      <Row label="谁批准">{reward.approvedBy.join('、') || '还没有'}</Row>
      {reward.note ? <Row label="说明">{reward.note}</Row> : null}
      {reward.exclusion ? <Row label="为什么不能领">{EXCLUSION_WORDS[reward.exclusion]}</Row> : null}
      {reward.releaseDocument ? <Row label="放行文号">{reward.releaseDocument}</Row> : null}
      {reward.paidDay ? <Row label="发放日期">{showDay(reward.paidDay)}</Row> : null}
      {reward.receiptNumber ? <Row label="收据编号">{reward.receiptNumber}</Row> : null}
      <Ledger entries={reward.ledger} number={reward.number} />
      {dispute ? <Row label="异议">{`${dispute.words}（${moment(dispute.at)}）`}</Row> : null}
      {dispute?.answer ? <Row label="答复">{dispute.answer}</Row> : null}
      <WhatToDo reward={reward} onDone={onDone} />
    </Card>
  );
}

const moment = (at: string) => showMoment(new Date(at));

function Sums({ reward }: { reward: Reward }) {
  return (
    <>
      <Row label="到位">
        <Money fen={reward.realized} />
      </Row>
      <Row label="奖励">
        <Money fen={reward.amount} large />
      </Row>
      <Row label="从申请执行人款中扣">
        <Money fen={reward.fromCreditor} />
      </Row>
      <Row label="保险支付">
        <Money fen={reward.fromInsurer} />
        {reward.policyNumber ? `，保单号 ${reward.policyNumber}` : null}
      </Row>
      <Row label="申请执行人净得">
        <Money fen={reward.creditorNet} />
      </Row>
    </>
  );
}
