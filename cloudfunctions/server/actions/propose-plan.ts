import type { InputOf } from '../../../shared/actions';
import { checkInstalments } from '../../../shared/cases/plan';
import { COURSE, type Side } from '../../../shared/cases/wording';
import { sumFen } from '../../../shared/money';
import { type CaseRow, ensureCan, openCase } from '../cases';
import { recordConsent } from '../consent';
import type { Handler, SignedIn } from '../context';
import { actsAs, sideOf } from '../standing';
import { confirmedPayments, paidSoFar, statementOf } from '../statements';
import { notifySide } from '../storage/notices';
import { addToTimeline } from '../storage/timeline';

export const proposePlan: Handler<'propose-plan'> = async (input, context) => {
  const { row, relations } = await openCase(context, input.caseId);
  const side = sideOf(relations);
  ensureCan('proposePlan', row.status, '提出分期方案');
  await checkAgainstDebt(context, row, input.instalments);
  await recordConsent(context, row.case_id, relations, 'propose-plan', input.onBehalf);
  await replaceOpenProposal(context, row.case_id);
  const as = actsAs(context, row.case_id, relations, side);
  const planId = await insertPlan(context, input, side, as === 'proxy' || as === 'liaison' ? as : 'self');
  await context.audit(row.case_id, 'propose-plan', {
    planId,
    side,
    as,
    instalments: input.instalments.length,
  });
  await addToTimeline(context, row.case_id, COURSE.planProposed(side));
  await notifySide(context, row.case_id, side === 'obligor' ? 'obligee' : 'obligor', 'plan-proposed');
  return { planId };
};

type Input = InputOf<'propose-plan'>;

async function checkAgainstDebt(context: SignedIn, row: CaseRow, instalments: Input['instalments']) {
  const { left } = await statementOf(context, row, context.today);
  const base = sumFen([left.costs, left.general, left.principal]);
  checkInstalments(instalments, { base, doubled: left.doubled }, context.today);
}

/** A new proposal takes the place of the one that waits, whoever made that: it is then a counter-proposal. */
async function replaceOpenProposal({ tx, courtId, now }: SignedIn, caseId: string): Promise<void> {
  await tx
    .updateTable('plans')
    .set({ state: 'replaced', decided_at: now })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'proposed')
    .execute();
}

async function insertPlan(
  context: SignedIn,
  { caseId, note, instalments }: Input,
  side: Side,
  as: 'self' | 'proxy' | 'liaison',
): Promise<string> {
  const { tx, courtId, now, caller } = context;
  const planId = context.app.newId('plan');
  await tx
    .insertInto('plans')
    .values({
      court_id: courtId,
      plan_id: planId,
      case_id: caseId,
      proposed_by: caller.accountId,
      proposed_side: side,
      proposed_as: as,
      proposed_at: now,
      confirmed_before_fen: paidSoFar(await confirmedPayments(context, caseId)),
      note,
    })
    .execute();
  const rows = instalments.map(({ dueDay, amount }, sort) => ({
    court_id: courtId,
    plan_id: planId,
    sort,
    due_day: dueDay,
    amount_fen: amount,
  }));
  await tx.insertInto('plan_instalments').values(rows).execute();
  return planId;
}
