import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { holdersOf } from '../rings';

const LONGEST_MS = 24 * 3_600_000;

export const saveDuty: Handler<'save-duty'> = async (input, context) => {
  const { app, tx, courtId, caller, now } = context;
  if (input.what === 'remove') {
    const { numDeletedRows } = await tx
      .deleteFrom('duty_shifts')
      .where('court_id', '=', courtId)
      .where('shift_id', '=', input.shiftId)
      .where('from_at', '>', now)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Refusal('duty-unknown');
    await context.audit('court', 'save-duty', { removed: input.shiftId });
    return { done: true };
  }
  const [from, to] = [new Date(input.from), new Date(input.to)];
  const isInOrder = to > from && to > now && to.getTime() - from.getTime() <= LONGEST_MS;
  const desk = await holdersOf(tx, courtId, ['tip-desk'], now);
  if (!isInOrder || !desk.includes(input.accountId)) throw new Refusal('duty-wrong');
  const shiftId = app.newId('shift');
  await tx
    .insertInto('duty_shifts')
    .values({
      court_id: courtId,
      shift_id: shiftId,
      account_id: input.accountId,
      from_at: from,
      to_at: to,
      made_by: caller.accountId,
    })
    .execute();
  await context.audit('court', 'save-duty', { shiftId, accountId: input.accountId });
  return { done: true };
};
