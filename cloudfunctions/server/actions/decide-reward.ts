import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { ensureReward, openReward, setReward, tookPart } from '../rewards/rows';

export const decideReward: Handler<'decide-reward'> = async ({ rewardId, decision, note }, context) => {
  const { caller, now } = context;
  const reward = await openReward(context, rewardId);
  ensureReward(reward, 'proposed', 'approved-once');
  const me = caller.accountId;
  if (tookPart(reward).includes(me)) throw new Refusal('reward-own');
  if (decision === 'refuse') await setReward(context, rewardId, { state: 'refused', refused_by: me, note });
  else if (reward.state === 'proposed')
    await setReward(context, rewardId, { state: 'approved-once', first_by: me, first_at: now });
  else await setReward(context, rewardId, { state: 'approved', second_by: me, second_at: now });
  await context.audit('court', 'decide-reward', { rewardId, decision });
  return { done: true };
};
