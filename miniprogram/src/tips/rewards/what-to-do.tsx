import { type ComponentType, useState } from 'react';
import { isLiftable } from '../../../../shared/cases/reward';
import { Button, Notice } from '../../components';
import { hasRole, useSession } from '../../session';
import { Answer } from './answer';
import { Decide } from './decide';
import { Release } from './release';
import type { Reward, RewardProps } from './reward-card';

/** A step that waits: his, with its form, or somebody else's, in words. */
interface Step {
  name: string;
  word: string;
  isHis: boolean;
  otherwise: string;
  Form: ComponentType<RewardProps & { onLeave: () => void }>;
}

export function WhatToDo({ reward, onDone }: RewardProps) {
  const { me } = useSession();
  const [open, setOpen] = useState<string | null>(null);
  return stepsOf(reward, hasRole(me, 'chief')).map(({ name, word, isHis, otherwise, Form }) => {
    if (!isHis) return <Notice key={name}>{otherwise}</Notice>;
    if (open === name)
      return <Form key={name} reward={reward} onDone={onDone} onLeave={() => setOpen(null)} />;
    return (
      <Button
        small
        kind="secondary"
        key={name}
        name={`${name}:${reward.rewardId}`}
        onTap={() => setOpen(name)}
      >
        {word}
      </Button>
    );
  });
}

function stepsOf({ state, dispute, exclusion, mayDecide, mayAnswer }: Reward, isChief: boolean): Step[] {
  const steps: Step[] = [];
  if (state === 'proposed' || state === 'approved-once') {
    const otherwise = '由没有提议、也没有批准过的另一位法官或院领导审批。';
    steps.push({ name: 'decide', word: '审批', isHis: mayDecide, otherwise, Form: Decide });
  }
  // The other reasons bar for good.
  if (state === 'blocked' && (exclusion === null || isLiftable(exclusion))) {
    const otherwise = '由院领导登记法院的书面放行决定。';
    steps.push({ name: 'release', word: '登记书面放行', isHis: isChief, otherwise, Form: Release });
  }
  if (dispute && dispute.answer === null) {
    const otherwise = '异议由没有审批过这笔奖励的人答复。';
    steps.push({ name: 'answer', word: '答复异议', isHis: mayAnswer, otherwise, Form: Answer });
  }
  return steps;
}
