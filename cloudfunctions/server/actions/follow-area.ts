import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';

export const followArea: Handler<'follow-area'> = async ({ townId, follows }, context) => {
  const { tx, courtId, caller, now } = context;
  const row = { court_id: courtId, account_id: caller.accountId, town_id: townId };
  const town = await tx
    .selectFrom('towns')
    .select('town_id')
    .where('court_id', '=', courtId)
    .where('town_id', '=', townId)
    .executeTakeFirst();
  if (!town) throw new Refusal('not-found-or-not-yours');
  if (follows) {
    await tx
      .insertInto('area_follows')
      .values({ ...row, at: now })
      .onConflict((c) => c.doNothing())
      .execute();
  } else {
    await tx
      .deleteFrom('area_follows')
      .where('court_id', '=', courtId)
      .where('account_id', '=', caller.accountId)
      .where('town_id', '=', townId)
      .execute();
  }
  await context.audit('court', 'follow-area', { townId, follows });
  return { done: true };
};
