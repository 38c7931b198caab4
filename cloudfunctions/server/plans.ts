import type { Selectable } from 'kysely';
import { fulfil, type Instalment, type InstalmentProgress } from '../../shared/cases/plan';
import { PLAN_STATE_WORDS, type PlanState } from '../../shared/cases/stages';
import type { Side } from '../../shared/cases/wording';
import { type Fen, fen } from '../../shared/money';
import { Refusal } from '../../shared/refusal';
import type { Context, SignedIn } from './context';
import { confirmedPayments, paidSoFar } from './statements';
import type { PlansTable } from './storage/database';

type Here = Pick<Context, 'tx' | 'courtId'>;

export type PlanRow = Selectable<PlansTable>;

export interface Plan {
  row: PlanRow;
  instalments: InstalmentProgress[];
}

/** Whether both sides agreed to it; a missed instalment does not undo that by itself (法释〔2018〕3号 第九条). */
const isAgreed = ({ state }: PlanRow): boolean => ['accepted', 'broken', 'completed'].includes(state);

/** Every plan of a case, newest first, with what confirmed payments have covered of the agreed one. */
export async function plansOf(here: Here, caseId: string): Promise<Plan[]> {
  const rows = await here.tx
    .selectFrom('plans')
    .selectAll()
    .where('court_id', '=', here.courtId)
    .where('case_id', '=', caseId)
    .orderBy('proposed_at', 'desc')
    .orderBy('plan_id')
    .execute();
  if (rows.length === 0) return [];
  const instalments = await instalmentsOf(
    here,
    rows.map((row) => row.plan_id),
  );
  const confirmed = paidSoFar(await confirmedPayments(here, caseId));
  return rows.map((row) => ({
    row,
    instalments: fulfil(instalments.get(row.plan_id) ?? [], coveredBy(row, confirmed)),
  }));
}

/** Only what was confirmed after the plan was made is money under the plan. */
const coveredBy = (row: PlanRow, confirmed: Fen): Fen =>
  isAgreed(row) ? fen(Math.max(0, confirmed - row.confirmed_before_fen)) : fen(0);

/** The plan that binds both sides now, kept or with an instalment missed. */
export async function agreedPlan(here: Here, caseId: string): Promise<Plan | undefined> {
  const plans = await plansOf(here, caseId);
  return plans.find(({ row }) => row.state === 'accepted' || row.state === 'broken');
}

async function instalmentsOf({ tx, courtId }: Here, planIds: string[]): Promise<Map<string, Instalment[]>> {
  const rows = await tx
    .selectFrom('plan_instalments')
    .select(['plan_id', 'due_day as dueDay', 'amount_fen as amount'])
    .where('court_id', '=', courtId)
    .where('plan_id', 'in', planIds)
    .orderBy('sort')
    .execute();
  const byPlan = new Map<string, Instalment[]>();
  for (const { plan_id, dueDay, amount } of rows) {
    const list = byPlan.get(plan_id) ?? [];
    list.push({ dueDay, amount });
    byPlan.set(plan_id, list);
  }
  return byPlan;
}

/** The proposal that this side may answer. Refuses one that was answered already, and one's own. */
export async function proposalFor({ tx, courtId }: Here, planId: string, side: Side): Promise<PlanRow> {
  const plan = await tx
    .selectFrom('plans')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow();
  if (plan.state !== 'proposed') {
    throw new Refusal('plan-state-forbids', { state: PLAN_STATE_WORDS[plan.state] });
  }
  if (plan.proposed_side === side) throw new Refusal('plan-own');
  return plan;
}

export async function decidePlan(
  { tx, courtId, caller, now }: SignedIn,
  planId: string,
  state: PlanState,
  note: string | null = null,
): Promise<void> {
  await tx
    .updateTable('plans')
    .set({ state, decided_by: caller.accountId, decided_at: now, decision_note: note })
    .where('court_id', '=', courtId)
    .where('plan_id', '=', planId)
    .execute();
}

/** With enforcement the instrument itself is pursued again; what was paid under the plan still counts. */
export async function lapseAgreedPlan({ tx, courtId }: Here, caseId: string): Promise<void> {
  await tx
    .updateTable('plans')
    .set({ state: 'lapsed' })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'accepted')
    .execute();
}
