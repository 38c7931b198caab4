import type { Handler } from '../context';
import { holdersOf } from '../rings';

export const listDuty: Handler<'list-duty'> = async (_input, { tx, courtId, now }) => {
  const shifts = await tx
    .selectFrom('duty_shifts as d')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'd.court_id').onRef('a.account_id', '=', 'd.account_id'),
    )
    .select(['d.shift_id', 'd.account_id', 'a.name', 'd.from_at', 'd.to_at'])
    .where('d.court_id', '=', courtId)
    .where('d.to_at', '>', now)
    .orderBy('d.from_at')
    .execute();
  const desk = await holdersOf(tx, courtId, ['tip-desk'], now);
  const staff = await tx
    .selectFrom('accounts')
    .select(['account_id as accountId', 'name'])
    .where('court_id', '=', courtId)
    .where('account_id', 'in', desk.length > 0 ? desk : [''])
    .orderBy('name')
    .execute();
  return {
    shifts: shifts.map((one) => ({
      shiftId: one.shift_id,
      accountId: one.account_id,
      name: one.name,
      from: one.from_at.toISOString(),
      to: one.to_at.toISOString(),
      isNow: one.from_at <= now,
    })),
    staff,
  };
};
