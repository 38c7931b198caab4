import { ledgerOf } from '../../../shared/cases/reward';
import { dayAt } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { ensureOpened } from '../rewards/opened';
import { ensureReward, openReward, type RewardRow, setReward } from '../rewards/rows';
import { nextPaperNumber } from '../storage/numbers';

export const payReward: Handler<'pay-reward'> = async ({ rewardId, paidDay, reference }, context) => {
  const reward = await openReward(context, rewardId);
  ensureReward(reward, 'claimed');
  if (reward.dispute_at && !reward.dispute_answer) throw new Refusal('reward-dispute-open');
  await ensureOpened(context, reward);
  if (paidDay > context.today || paidDay < dayAt(reward.second_at!))
    throw new Refusal('reward-paid-day-wrong');
  const receiptNumber = await numberOf(context);
  await setReward(context, rewardId, {
    state: 'paid',
    receipt_number: receiptNumber,
    paid_day: paidDay,
    paid_reference: reference,
    paid_by: context.caller.accountId,
  });
  await keepLedger(context, reward);
  const { amount_fen, realized_fen } = reward;
  await context.audit('court', 'pay-reward', { rewardId, receiptNumber, amount_fen, realized_fen });
  return { receiptNumber };
};

async function numberOf({ tx, courtId, today }: SignedIn): Promise<string> {
  const year = Number(today.slice(0, 4));
  return `奖励〔${year}〕${await nextPaperNumber(tx, courtId, 'reward', year)}号`;
}

/** Both sides equal, or the database undoes all of it. */
async function keepLedger({ tx, courtId, now }: SignedIn, reward: RewardRow): Promise<void> {
  const sums = {
    bounty: reward.amount_fen,
    fromCreditor: reward.from_creditor_fen,
    fromInsurer: reward.from_insurer_fen,
    creditorNet: reward.creditor_net_fen,
  };
  await tx
    .insertInto('reward_ledger')
    .values(
      ledgerOf(reward.realized_fen, sums).map(({ account, debit, credit }) => ({
        court_id: courtId,
        reward_id: reward.reward_id,
        account,
        debit_fen: debit,
        credit_fen: credit,
        at: now,
      })),
    )
    .execute();
}
