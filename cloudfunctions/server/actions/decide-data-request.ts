import type { InputOf } from '../../../shared/actions';
import { caseCan } from '../../../shared/cases/case-status';
import { DATA_REQUEST_STATE_WORDS, type DataRequestState } from '../../../shared/cases/data-requests';
import { Refusal } from '../../../shared/refusal';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { correct } from '../data-requests/correct';
import { erase, planErasure } from '../data-requests/erase';
import { type DataRequestRow, wantedOf } from '../data-requests/rows';
import { type PartyRow, samePerson } from '../parties';
import { setNextReminder } from '../supervision';

type Input = InputOf<'decide-data-request'>;

interface Decided {
  state: DataRequestState;
  done: string[];
  stays: string[];
}

export const decideDataRequest: Handler<'decide-data-request'> = async (input, context) => {
  const row = await requestOf(context, input.requestId);
  if (row.account_id === context.caller.accountId) throw new Refusal('data-request-own');
  const decided = await decide(input, context, row);
  await keepAnswer(input, context, decided);
  await context.audit('court', 'decide-data-request', {
    requestId: row.request_id,
    kind: row.kind,
    state: decided.state,
    ground: input.ground ?? null,
  });
  return decided;
};

async function decide(input: Input, context: SignedIn, row: DataRequestRow): Promise<Decided> {
  if (input.decision === 'refused') return { state: 'refused', done: [], stays: [] };
  if (row.kind === 'correction') return grantCorrection(input, context, row);
  const plan = await planErasure(context, row);
  for (const caseId of plan.cases) await openCase(context, caseId);
  await erase(context, plan, row.request_id);
  const { done, stays } = plan;
  return { state: stays.length > 0 ? 'partly' : 'granted', done, stays };
}

async function grantCorrection(input: Input, context: SignedIn, row: DataRequestRow): Promise<Decided> {
  if (input.decision === 'partly' && !input.value && row.field !== 'other')
    throw new Refusal('data-value-needed');
  const party = await partyToCorrect(context, row);
  const isPartly = input.decision === 'partly';
  const value = isPartly ? input.value : wantedOf(context, row);
  const done = await correct(context, row, party, value ?? '');
  return { state: isPartly ? 'partly' : 'granted', done, stays: [] };
}

/** All cases of the person are locked in their order before anything is changed; reminders go to the new number. */
async function partyToCorrect(context: SignedIn, row: DataRequestRow): Promise<PartyRow | null> {
  if (row.party_id === null) return null;
  const party = await context.tx
    .selectFrom('parties')
    .selectAll()
    .where('court_id', '=', context.courtId)
    .where('party_id', '=', row.party_id)
    .executeTakeFirst();
  if (!party) throw new Refusal('not-found-or-not-yours');
  for (const { case_id } of await samePerson(context, party)) {
    const { row: opened } = await openCase(context, case_id);
    const isNewNumber = row.field === 'phone' && caseCan('remind', opened.status);
    if (isNewNumber) await setNextReminder(context, case_id, context.now);
  }
  return party;
}

/** Two who answer at once take turns at the row. */
async function requestOf({ tx, courtId }: SignedIn, requestId: string): Promise<DataRequestRow> {
  const row = await tx
    .selectFrom('data_requests')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('request_id', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  if (row.state !== 'open')
    throw new Refusal('data-request-decided', { state: DATA_REQUEST_STATE_WORDS[row.state] });
  return row;
}

/** What he asked for is on file now, or is not to be kept. */
async function keepAnswer(input: Input, { tx, courtId, caller, now }: SignedIn, decided: Decided) {
  const { state, done, stays } = decided;
  await tx
    .updateTable('data_requests')
    .set({
      state,
      decided_by: caller.accountId,
      decided_at: now,
      answer: input.answer,
      ground: input.ground ?? (stays.length > 0 ? 'retention-runs' : null),
      outcome: JSON.stringify({ done, stays }),
      wanted_sealed: null,
    })
    .where('court_id', '=', courtId)
    .where('request_id', '=', input.requestId)
    .execute();
}
