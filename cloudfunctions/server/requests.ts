import type { Selectable } from 'kysely';
import type { InputOf } from '../../shared/actions';
import {
  REQUEST_KIND_WORDS,
  REQUEST_STATE_WORDS,
  type RequestKind,
  type RequestState,
} from '../../shared/cases/stages';
import { Refusal } from '../../shared/refusal';
import { attachFiles } from './attachments';
import { setStatus } from './cases';
import type { SignedIn } from './context';
import type { RequestsTable } from './storage/database';
import { suppressReminders } from './storage/suppress';
import { setNextReminder } from './supervision';

export type RequestRow = Selectable<RequestsTable>;
type Input = InputOf<'register-objection' | 'report-hardship'>;

/** Files an objection or a hardship report; reminders rest until the court has answered. */
export async function fileRequest(context: SignedIn, input: Input, kind: RequestKind): Promise<string> {
  const { tx, courtId, now, caller } = context;
  const open = await openRequests(context, input.caseId);
  if (open.some((request) => request.kind === kind)) {
    throw new Refusal('request-open', { kind: REQUEST_KIND_WORDS[kind] });
  }
  await attachFiles(context, input.caseId, input.fileIds, 'request-evidence');
  const requestId = context.app.newId('request');
  await tx
    .insertInto('requests')
    .values({
      court_id: courtId,
      request_id: requestId,
      case_id: input.caseId,
      kind,
      text: input.text,
      file_ids: input.fileIds,
      made_by: caller.accountId,
      made_at: now,
    })
    .execute();
  await setStatus(context, input.caseId, 'paused');
  await setNextReminder(context, input.caseId, null);
  await suppressReminders(context, input.caseId, 'paused');
  return requestId;
}

export function openRequests({ tx, courtId }: SignedIn, caseId: string): Promise<RequestRow[]> {
  return tx
    .selectFrom('requests')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute();
}

/** Answers a request once; a second answer is refused with what was decided. */
export async function answerRequest(
  { tx, courtId, caller, now }: SignedIn,
  requestId: string,
  state: RequestState,
  answer: string,
): Promise<void> {
  const found = await tx
    .selectFrom('requests')
    .select('state')
    .where('court_id', '=', courtId)
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  if (found.state !== 'open') {
    throw new Refusal('request-decided', { state: REQUEST_STATE_WORDS[found.state] });
  }
  await tx
    .updateTable('requests')
    .set({ state, answer, answered_by: caller.accountId, answered_at: now })
    .where('court_id', '=', courtId)
    .where('request_id', '=', requestId)
    .execute();
}
