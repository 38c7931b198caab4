import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';

export const endSession: Handler<'end-session'> = async ({ sessionId }, context) => {
  const { tx, courtId, caller, now } = context;
  const ended = await tx
    .updateTable('sessions')
    .set({ revoked_at: now, revoked_reason: 'ended-by-owner' })
    .where('court_id', '=', courtId)
    .where('session_id', '=', sessionId)
    .where('account_id', '=', caller.accountId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw new Refusal('not-found-or-not-yours');
  await context.audit('court', 'end-session', { sessionId });
  return { done: true };
};
