import type { Handler } from '../context';
import { barTip } from '../rewards/bar';
import { ensureOpened } from '../rewards/opened';
import { ensureReward, openReward, setReward } from '../rewards/rows';
import { holdersOf, ring } from '../rings';

export const excludePayee: Handler<'exclude-payee'> = async ({ rewardId, exclusion, reason }, context) => {
  const { tx, courtId, now } = context;
  const reward = await openReward(context, rewardId);
  ensureReward(reward, 'claimed', 'blocked');
  await ensureOpened(context, reward);
  await setReward(context, rewardId, { state: 'void', exclusion, note: reason });
  await barTip(context, reward.tip_id);
  await ring(context, await holdersOf(tx, courtId, ['chief'], now), {
    kind: 'approval',
    aboutId: rewardId,
    step: 4,
  });
  await context.audit('court', 'exclude-payee', { rewardId, exclusion });
  return { done: true };
};
