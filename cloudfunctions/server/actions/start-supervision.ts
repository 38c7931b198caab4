import type { OutputOf } from '../../../shared/actions';
import { CASE_STATUS_WORDS, caseCan, isUnderSupervision } from '../../../shared/cases/case-status';
import { TASK_DAYS } from '../../../shared/cases/task';
import { addDays, dayAt, showDay } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import { type CaseRow, openCase, setStatus } from '../cases';
import type { Handler, SignedIn } from '../context';
import { agreedPlan } from '../plans';
import { notifySide } from '../storage/notices';
import { nextPaperNumber } from '../storage/numbers';
import { createTasks } from '../storage/tasks';
import { addToTimeline } from '../storage/timeline';

export const startSupervision: Handler<'start-supervision'> = async (input, context) => {
  const startable: CaseRow[] = [];
  const refused: OutputOf<'start-supervision'>['refused'] = [];
  // All cases are locked, in one order, before anything else is: two judges with overlapping lists then
  // take turns, and a refused case leaves no trace.
  for (const caseId of [...new Set(input.caseIds)].sort()) {
    try {
      startable.push(await openStartable(context, caseId));
    } catch (error) {
      if (!(error instanceof Refusal) || input.caseIds.length === 1) throw error;
      refused.push({ caseId, code: error.code, message: error.message });
    }
  }
  const started = [];
  for (const row of startable) {
    started.push({ caseId: row.case_id, supervisionId: await start(context, row) });
  }
  if (started.length === 0) {
    await context.audit('court', 'start-supervision-refused', { cases: refused.length });
  }
  return { started, refused };
};

async function openStartable(context: SignedIn, caseId: string): Promise<CaseRow> {
  const { row } = await openCase(context, caseId);
  await refuseUnlessStartable(context, row);
  return row;
}

async function start(context: SignedIn, row: CaseRow): Promise<string> {
  const { tx, courtId, now, today } = context;
  const caseId = row.case_id;
  const supervisionId = context.app.newId('supervision');
  const year = Number(today.slice(0, 4));
  const serial = await nextPaperNumber(tx, courtId, 'notice', year);
  await tx
    .insertInto('supervisions')
    .values({
      court_id: courtId,
      supervision_id: supervisionId,
      case_id: caseId,
      started_by: context.caller.accountId,
      started_at: now,
      next_reminder_at: now,
      notice_number: `督促〔${year}〕${serial}号`,
    })
    .execute();
  // What both sides agreed on outlives a withdrawn supervision; reminders then follow its days.
  await setStatus(context, caseId, (await agreedPlan(context, caseId)) ? 'planned' : 'supervised');
  await createTasks(context, row, supervisionId, addDays(today, TASK_DAYS));
  await notifySide(context, caseId, 'obligor', 'started', { dueDay: row.due_day });
  await notifySide(context, caseId, 'obligee', 'started', { dueDay: row.due_day });
  await context.audit(caseId, 'start-supervision', { supervisionId });
  await addToTimeline(context, caseId, '法院发起执前督促，通知了双方和联络员');
  return supervisionId;
}

async function refuseUnlessStartable({ tx, courtId }: SignedIn, row: CaseRow): Promise<void> {
  if (isUnderSupervision(row.status)) {
    const running = await tx
      .selectFrom('supervisions')
      .select(['started_at', 'notice_number'])
      .where('court_id', '=', courtId)
      .where('case_id', '=', row.case_id)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow();
    throw new Refusal('supervision-exists', {
      caseNumber: row.case_number,
      day: showDay(dayAt(running.started_at)),
      noticeNumber: running.notice_number,
    });
  }
  if (!caseCan('startSupervision', row.status)) {
    throw new Refusal('case-closed', { caseNumber: row.case_number, status: CASE_STATUS_WORDS[row.status] });
  }
  const obligor = await tx
    .selectFrom('parties')
    .select('party_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', row.case_id)
    .where('side', '=', 'obligor')
    .executeTakeFirst();
  if (!obligor) throw new Refusal('obligor-missing', { caseNumber: row.case_number });
}
