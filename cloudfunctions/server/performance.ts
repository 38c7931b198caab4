import { isFulfilled } from '../../shared/cases/plan';
import { COURSE } from '../../shared/cases/wording';
import type { Day } from '../../shared/day';
import { type Fen, sumFen } from '../../shared/money';
import { type CaseRow, setStatus } from './cases';
import { issueCertificate } from './certificates';
import { closeSupervision } from './closing';
import type { SignedIn } from './context';
import { keepReadings } from './law-settings';
import { agreedPlan } from './plans';
import { statementOf } from './statements';
import { addToTimeline } from './storage/timeline';

export interface Ended {
  why: 'paid' | 'waived' | 'plan-kept';
  performedDay: Day;
  waived: Fen;
  surplus: Fen;
}

/**
 * Whether the case is performed by what is confirmed: nothing is left on the day of the last payment, or
 * the creditor lets the rest go, or an agreed plan is paid, late or not (法释〔2018〕3号 第十一条).
 */
export async function whetherPerformed(
  context: SignedIn,
  row: CaseRow,
  paidDay: Day,
  settlesInFull: boolean,
): Promise<Ended | null> {
  if (row.status === 'performed') return null;
  const { left, lines, asOf } = await statementOf(context, row, paidDay);
  const common = {
    performedDay: asOf!,
    waived: left.total,
    surplus: sumFen(lines.map((line) => line.surplus)),
  };
  if (left.total === 0) return { ...common, why: 'paid' };
  if (settlesInFull) return { ...common, why: 'waived' };
  // Once filed, the instrument is enforced and not the settlement.
  if (row.status === 'filed') return null;
  const plan = await agreedPlan(context, row.case_id);
  return plan && isFulfilled(plan.instalments) ? { ...common, why: 'plan-kept' } : null;
}

const WORDS: Record<Ended['why'], (waived: Fen) => string> = {
  paid: () => COURSE.performed,
  waived: COURSE.performedWithWaiver,
  'plan-kept': COURSE.performedByPlan,
};

/** Closes a performed case and, unless an enforcement case was filed, issues its certificate. */
export async function closeAsPerformed(
  context: SignedIn,
  row: CaseRow,
  ended: Ended,
  confirmedBy: 'obligee' | 'court',
): Promise<string | null> {
  await setStatus(context, row.case_id, 'performed');
  await keepReadings(context, row);
  await completePlan(context, row.case_id);
  await addToTimeline(context, row.case_id, WORDS[ended.why](ended.waived));
  if (ended.surplus > 0) await addToTimeline(context, row.case_id, COURSE.surplus(ended.surplus));
  await closeSupervision(context, row.case_id, 'performed');
  // 自动履行证明书 is for performance without enforcement.
  if (row.status === 'filed') return null;
  await addToTimeline(context, row.case_id, COURSE.certificateIssued);
  return issueCertificate(context, row.case_id, { day: ended.performedDay, confirmedBy });
}

async function completePlan({ tx, courtId }: SignedIn, caseId: string): Promise<void> {
  await tx
    .updateTable('plans')
    .set({ state: 'completed' })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', 'in', ['accepted', 'broken'])
    .execute();
}
