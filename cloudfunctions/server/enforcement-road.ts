import { caseCan } from '../../shared/cases/case-status';
import { missedInstalment } from '../../shared/cases/plan';
import type { Road } from '../../shared/cases/wording';
import { addDays, type Day, dayAt } from '../../shared/day';
import { applicationLimit } from '../../shared/law/limitation';
import { calendarsOf } from './calendars';
import type { CaseRow } from './cases';
import type { Context } from './context';
import { agreedPlan } from './plans';
import { portionsOf } from './statements';

type Here = Pick<Context, 'tx' | 'courtId' | 'today'>;

/**
 * From when, and until when, the creditor may apply for enforcement: once any portion is overdue, or an
 * agreed instalment was missed. Neither a supervision nor a plan moves the day back (rules R14).
 */
export async function enforcementRoad(here: Here, row: CaseRow): Promise<Road> {
  const dueDays = (await portionsOf(here, row)).map((portion) => portion.dueDay);
  const plan = await agreedPlan(here, row.case_id);
  const missed = plan && missedInstalment(plan.instalments, here.today)?.dueDay;
  const openFrom = addDays(earliest([...dueDays, ...(missed ? [missed] : [])]), 1);
  const limit = applicationLimit(dueDays, { calendar: await calendarsOf(here.tx) });
  const appliedAt = await applicationOf(here, row.case_id);
  return {
    openFrom,
    open: here.today >= openFrom && !appliedAt && caseCan('applyForEnforcement', row.status),
    applyBefore: limit.day,
    applyBeforeCertain: limit.certain,
    appliedOn: appliedAt ? dayAt(appliedAt) : null,
  };
}

const earliest = (days: Day[]): Day => days.sort()[0]!;

async function applicationOf({ tx, courtId }: Here, caseId: string): Promise<Date | undefined> {
  const found = await tx
    .selectFrom('enforcement_applications')
    .select('applied_at')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return found?.applied_at;
}
