import type { PaperFacts } from '../../shared/cases/papers';
import { dayAt } from '../../shared/day';
import { caseStatement } from './case-statement';
import type { CaseRow } from './cases';
import type { SignedIn } from './context';
import { courtOf } from './court';
import { partyOf } from './parties';
import { idNumberOf } from './party-details';
import { portionsOf } from './statements';
import type { TaskRow } from './tasks';

/** The facts of a task's papers: the supervision's number, the instrument, what is owed today. */
export async function paperFacts(context: SignedIn, task: TaskRow, row: CaseRow): Promise<PaperFacts> {
  const court = await courtOf(context);
  const supervision = await supervisionOf(context, task);
  const obligor = await partyOf(context, task.party_id);
  return {
    courtName: court.name,
    courtPhone: court.phone,
    noticeNumber: supervision.notice_number,
    noticeDay: dayAt(supervision.started_at),
    caseNumber: row.case_number,
    instrumentType: row.instrument_type,
    instrumentNumber: row.instrument_number,
    cause: row.cause,
    effectiveDay: row.effective_day,
    dueDay: row.due_day,
    principal: row.principal_fen,
    costs: row.costs_fen,
    portions: await portionsOf(context, row),
    obligor: { name: obligor.name, idNumber: idNumberOf(context, obligor) },
    obligees: await obligeeNames(context, row.case_id),
    today: context.today,
    owedToday: (await caseStatement(context, row)).total,
  };
}

function supervisionOf({ tx, courtId }: SignedIn, task: TaskRow) {
  return tx
    .selectFrom('supervisions')
    .select(['notice_number', 'started_at'])
    .where('court_id', '=', courtId)
    .where('supervision_id', '=', task.supervision_id)
    .executeTakeFirstOrThrow();
}

async function obligeeNames({ tx, courtId }: SignedIn, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('parties')
    .select('name')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('side', '=', 'obligee')
    .orderBy('sort')
    .execute();
  return rows.map((row) => row.name);
}
