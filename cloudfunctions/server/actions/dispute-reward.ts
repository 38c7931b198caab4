import { Refusal } from '../../../shared/refusal';
import type { PublicHandler } from '../context';
import { lastRewardOf, setReward } from '../rewards/rows';
import { holdersOf, ring } from '../rings';
import { SEALED } from '../sensitive';
import { tipByCode } from '../tips/code';
import { addMessage } from '../tips/messages';

/** Where there is no reward to object to, it is said to the desk, which has to answer. */
export const disputeReward: PublicHandler<'dispute-reward'> = async ({ code, words }, context) => {
  const { app, tx, courtId, now } = context;
  const row = await tipByCode(context, code);
  const reward = await lastRewardOf(context, row);
  if (!reward) {
    const once = app.newId('message');
    await addMessage(context, row, { side: 'tipster', once }, `对奖励有异议：${words}`);
    await ring(context, await holdersOf(tx, courtId, ['chief'], now), { kind: 'approval', aboutId: once });
    await context.audit('court', 'dispute-reward', { seq: row.seq });
    return { done: true };
  }
  if (reward.dispute_at && !reward.dispute_answer) throw new Refusal('reward-dispute-open');
  await setReward(context, reward.reward_id, {
    dispute_sealed: app.tipVault.seal(SEALED.tipWords, words),
    dispute_at: now,
    dispute_answer: null,
    dispute_answered_by: null,
  });
  const chiefs = await holdersOf(tx, courtId, ['chief'], now);
  await ring(context, chiefs, { kind: 'approval', aboutId: reward.reward_id, step: 3 });
  await context.audit('court', 'dispute-reward', { rewardId: reward.reward_id, seq: row.seq });
  return { done: true };
};
