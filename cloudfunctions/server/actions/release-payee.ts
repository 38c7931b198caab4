import type { Handler } from '../context';
import { ensureReward, openReward, setReward } from '../rewards/rows';
import { holdersOf, ring } from '../rings';

export const releasePayee: Handler<'release-payee'> = async ({ rewardId, document }, context) => {
  const { tx, courtId, caller, now } = context;
  const reward = await openReward(context, rewardId);
  ensureReward(reward, 'blocked');
  await setReward(context, rewardId, {
    state: 'claimed',
    release_document: document,
    released_by: caller.accountId,
  });
  await ring(context, await holdersOf(tx, courtId, ['tip-custodian'], now), {
    kind: 'approval',
    aboutId: rewardId,
    step: 2,
  });
  await context.audit('court', 'release-payee', { rewardId });
  return { done: true };
};
