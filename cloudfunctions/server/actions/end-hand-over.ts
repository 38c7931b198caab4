import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';

export const endHandOver: Handler<'end-hand-over'> = async ({ handOverId }, context) => {
  const { tx, courtId, caller, now } = context;
  const ended = await tx
    .updateTable('hand_overs')
    .set({ ended_at: now })
    .where('court_id', '=', courtId)
    .where('hand_over_id', '=', handOverId)
    .where('from_account_id', '=', caller.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw new Refusal('not-found-or-not-yours');
  await context.audit('court', 'end-hand-over', { handOverId });
  return { done: true };
};
