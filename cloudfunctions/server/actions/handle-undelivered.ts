import { HANDLING_COURSE, handlingWords } from '../../../shared/cases/undelivered';
import { Refusal } from '../../../shared/refusal';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { addToTimeline } from '../storage/timeline';
import { closeUndelivered } from '../undelivered';

export const handleUndelivered: Handler<'handle-undelivered'> = async (input, context) => {
  const { noticeId, outcome, note } = input;
  const caseId = (await rowOf(context, noticeId)).case_id;
  await openCase(context, caseId);
  // Read again: the case is locked now, and a colleague may have called in between.
  const row = await rowOf(context, noticeId);
  if (row.handled_at) {
    throw new Refusal('undelivered-handled', { how: handlingWords(row.handling ?? '') });
  }
  const whom = { caseId, partyId: row.party_id, accountId: row.account_id };
  const closed = await closeUndelivered(context, whom, outcome, note || null);
  await context.audit(caseId, 'handle-undelivered', { noticeId, outcome, closed });
  if (row.party_id) await addToTimeline(context, caseId, HANDLING_COURSE[outcome], ['court']);
  return { closed };
};

async function rowOf({ tx, courtId }: SignedIn, noticeId: string) {
  const row = await tx
    .selectFrom('undelivered')
    .select(['case_id', 'party_id', 'account_id', 'handled_at', 'handling'])
    .where('court_id', '=', courtId)
    .where('notice_id', '=', noticeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  return row;
}
