import { REWARD_SENTENCES } from '../../../shared/cases/reward';
import type { Context } from '../context';
import type { TipRow } from '../tips/rows';
import { lastRewardOf } from './rows';

/** What the tipster reads of a reward: of his own, or of the one that he was barred from. */
export async function rewardForTipster(context: Context, row: TipRow) {
  const reward = await lastRewardOf(context, row);
  if (!reward) return null;
  const isShown = reward.second_by !== null;
  return {
    state: reward.state,
    sentence: REWARD_SENTENCES[reward.state],
    amount: isShown ? reward.amount_fen : null,
    note: reward.state === 'refused' ? reward.note : null,
    receipt:
      reward.receipt_number && reward.paid_day
        ? { number: reward.receipt_number, paidDay: reward.paid_day }
        : null,
    dispute: reward.dispute_at && {
      at: reward.dispute_at.toISOString(),
      answer: reward.dispute_answer,
    },
  };
}
