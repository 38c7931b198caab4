import Taro from '@tarojs/taro';
import { useState } from 'react';
import {
  BOUNTY_ENDING_WORDS,
  BOUNTY_STATE_WORDS,
  BOUNTY_WAY_WORDS,
  type BountyState,
  SOUGHT_WORDS,
} from '../../../../shared/cases/bounty-notice';
import { showDay, showMoment } from '../../../../shared/day';
import { Button, Card, Notice, Row, Tag, Tap, View } from '../../components';
import { BOUNTY_NOTICE } from '../../routes';
import { hasRole, useSession } from '../../session';
import { Approve } from './approve';
import { Decide } from './decide';
import { TakeDown } from './take-down';
import { type Bounty, payerWords, promiseWords } from './words';

interface CardProps {
  bounty: Bounty;
  onDone: (sentence: string) => void;
}

const TONES: Record<BountyState, 'calm' | 'going' | 'done' | 'stopped'> = {
  applied: 'going',
  drafted: 'going',
  published: 'done',
  refused: 'stopped',
  ended: 'calm',
};

export function BountyCard({ bounty, onDone }: CardProps) {
  const { state, expiresDay, ending } = bounty;
  return (
    <Card title={bounty.caseNumber} tag={<Tag tone={TONES[state]}>{BOUNTY_STATE_WORDS[state]}</Tag>}>
      <Row label="被执行人">{bounty.debtorName}</Row>
      <Row label="征集什么">{SOUGHT_WORDS[bounty.sought]}</Row>
      <Row label="奖励">{promiseWords(bounty)}</Row>
      <Row label="谁来付">{payerWords(bounty)}</Row>
      <Row label="怎样发布">{bounty.ways.map((way) => BOUNTY_WAY_WORDS[way]).join('、')}</Row>
      <Row label="申请时间">{showMoment(new Date(bounty.appliedAt))}</Row>
      {bounty.creditorNote ? <Row label="申请人说明">{bounty.creditorNote}</Row> : null}
      <Clock bounty={bounty} />
      {bounty.number ? <NoticeLink number={bounty.number} /> : null}
      {bounty.text ? <Row label="公告内容">{bounty.text}</Row> : null}
      {expiresDay ? <Row label="公告到">{showDay(expiresDay)}</Row> : null}
      {ending ? <Row label="为什么撤下">{BOUNTY_ENDING_WORDS[ending]}</Row> : null}
      {bounty.note ? <Row label={NOTE_LABELS[state]}>{bounty.note}</Row> : null}
      <WhatToDo bounty={bounty} onDone={onDone} />
    </Card>
  );
}

/** A note on what waits for a decision again is what the second person wants changed. */
const NOTE_LABELS: Record<BountyState, string> = {
  applied: '退回意见',
  drafted: '决定说明',
  published: '决定说明',
  refused: '理由',
  ended: '说明',
};

/** Runs until the notice is published or refused; afterwards nobody waits for it. */
function Clock({ bounty: { state, decideBy, isOverdue } }: { bounty: Bounty }) {
  if (state !== 'applied' && state !== 'drafted') return null;
  return (
    <Row label="期限">
      <View>{`最晚 ${showDay(decideBy.day)}前决定`}</View>
      {decideBy.certain ? null : <View className="zq-fine">放假安排公布后核定</View>}
      {isOverdue ? <Tag tone="late">已超期</Tag> : null}
    </Row>
  );
}

function NoticeLink({ number }: { number: string }) {
  const url = `${BOUNTY_NOTICE}?number=${encodeURIComponent(number)}`;
  return (
    <Row label="公告编号">
      <Tap
        role="link"
        className="zq-link"
        label={`打开公告 ${number}`}
        onTap={() => void Taro.navigateTo({ url })}
      >
        {number}
      </Tap>
    </Row>
  );
}

function WhatToDo({ bounty, onDone }: CardProps) {
  const { me } = useSession();
  const [isOpen, open] = useState(false);
  const { bountyId, state, isMine } = bounty;
  const leave = () => open(false);
  const part = PARTS[state];
  if (!part) return null;
  if (!hasRole(me, 'judge', 'chief')) {
    return state === 'published' ? null : <Notice>由法官或院领导办理。</Notice>;
  }
  if (state === 'drafted' && isMine) {
    return <Notice>这份公告是您写的，要由另一位法官或院领导审核。</Notice>;
  }
  if (isOpen) return <part.Form bounty={bounty} onDone={onDone} onLeave={leave} />;
  return (
    <Button small kind="secondary" name={`${part.name}:${bountyId}`} onTap={() => open(true)}>
      {part.word}
    </Button>
  );
}

const PARTS = {
  applied: { name: 'decide', word: '决定', Form: Decide },
  drafted: { name: 'approve', word: '审核公告', Form: Approve },
  published: { name: 'take-down', word: '撤下公告', Form: TakeDown },
  refused: null,
  ended: null,
} as const;
