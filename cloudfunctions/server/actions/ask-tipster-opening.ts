import { sql } from 'kysely';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { holdersOf, ring } from '../rings';
import { isKeptOut } from '../tips/rows';

export const askTipsterOpening: Handler<'ask-tipster-opening'> = async (input, context) => {
  const { app, tx, courtId, caller, now } = context;
  const found = await tx
    .selectFrom('tips as t')
    .innerJoin('tipsters as w', (j) =>
      j.onRef('w.court_id', '=', 't.court_id').onRef('w.tip_id', '=', 't.tip_id'),
    )
    .select('t.tip_id')
    .where('t.court_id', '=', courtId)
    .where('t.seq', '=', input.number)
    .where((e) => e.not(e.parens(isKeptOut(context, sql`t.case_id`))))
    .executeTakeFirst();
  if (!found) throw new Refusal('opening-none');
  const openingId = app.newId('opening');
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tipster_openings')
    .values({
      court_id: courtId,
      opening_id: openingId,
      tip_id: found.tip_id,
      reason: input.reason,
      words: input.words,
      asked_by: caller.accountId,
      asked_at: now,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('opening-open');
  await ring(context, await holdersOf(tx, courtId, ['chief'], now), { kind: 'approval', aboutId: openingId });
  await context.audit('court', 'ask-tipster-opening', {
    openingId,
    seq: input.number,
    reason: input.reason,
  });
  return { openingId };
};
