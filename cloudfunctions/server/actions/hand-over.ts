import { handOverFault } from '../../../shared/cases/hand-over';
import type { Day } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { colleaguesOf, ownPosts } from '../posts';
import { staffAccount } from '../staff';

export const handOver: Handler<'hand-over'> = async ({ toAccountId, from, to }, context) => {
  const { app, tx, courtId, caller, now, today } = context;
  if (handOverFault(from, to, today)) throw new Refusal('hand-over-days-wrong');
  if ((await ownPosts(context)).length === 0) throw new Refusal('hand-over-nothing');
  const colleagues = await colleaguesOf(context);
  if (!colleagues.some(({ accountId }) => accountId === toAccountId))
    throw new Refusal('hand-over-not-to-him');
  // Locked, so that of two at once one is second.
  await staffAccount(context, caller.accountId);
  await refuseTwice(context, from, to);
  const handOverId = app.newId('handOver');
  await tx
    .insertInto('hand_overs')
    .values({
      court_id: courtId,
      hand_over_id: handOverId,
      from_account_id: caller.accountId,
      to_account_id: toAccountId,
      valid_from: from,
      valid_to: to,
      made_at: now,
    })
    .execute();
  await context.audit('court', 'hand-over', { handOverId, toAccountId, from, to });
  return { handOverId };
};

async function refuseTwice({ tx, courtId, caller }: SignedIn, from: Day, to: Day): Promise<void> {
  const running = await tx
    .selectFrom('hand_overs')
    .select('hand_over_id')
    .where('court_id', '=', courtId)
    .where('from_account_id', '=', caller.accountId)
    .where('ended_at', 'is', null)
    .where('valid_from', '<=', to)
    .where('valid_to', '>=', from)
    .executeTakeFirst();
  if (running) throw new Refusal('hand-over-twice');
}
