import type { Day } from '../../shared/day';
import { computeStatement, type Statement, type StatementInput } from '../../shared/law/statement';
import { type Fen, sumFen } from '../../shared/money';
import type { CaseRow } from './cases';
import type { Context } from './context';
import { readingsFor } from './law-settings';

type Here = Pick<Context, 'tx' | 'courtId'>;

export interface Portion {
  amount: Fen;
  dueDay: Day;
}

/** The debt in its portions; a case without any owes the whole on its due day. */
export async function portionsOf({ tx, courtId }: Here, row: CaseRow): Promise<Portion[]> {
  const portions = await tx
    .selectFrom('obligation_portions')
    .select(['amount_fen as amount', 'due_day as dueDay'])
    .where('court_id', '=', courtId)
    .where('case_id', '=', row.case_id)
    .orderBy('sort')
    .execute();
  return portions.length > 0 ? portions : [{ amount: row.principal_fen, dueDay: row.due_day }];
}

export async function confirmedPayments({ tx, courtId }: Here, caseId: string) {
  return tx
    .selectFrom('payments')
    .select(['amount_fen as amount', 'paid_day as day'])
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'confirmed')
    .orderBy('paid_day')
    .orderBy('registered_at')
    .execute();
}

/** What the law reckons with in this case, every confirmed payment among it. */
export async function reckonedOf(here: Here, row: CaseRow) {
  return {
    costs: row.costs_fen,
    portions: (await portionsOf(here, row)).map((p) => ({ principal: p.amount, expiry: p.dueDay })),
    general: generalInterest(row),
    payments: await confirmedPayments(here, row.case_id),
    settings: await readingsFor(here, row),
  } satisfies StatementInput;
}

/** Days compare as text; a confirmed payment of a later day still counts. */
export const untilPaid = (asOf: Day, payments: { day: Day }[]): Day =>
  [asOf, ...payments.map((payment) => payment.day)].sort().at(-1)!;

/** What the law says is owed on `asOf`, after the payments that were confirmed by then. */
export async function statementOf(here: Here, row: CaseRow, asOf: Day): Promise<Statement> {
  const reckoned = await reckonedOf(here, row);
  return computeStatement({ ...reckoned, asOf: untilPaid(asOf, reckoned.payments) });
}

function generalInterest(row: CaseRow): StatementInput['general'] {
  const { general_numerator, general_denominator, general_per, general_start } = row;
  if (!general_numerator || !general_denominator || !general_per || !general_start) return undefined;
  return {
    rate: { numerator: general_numerator, denominator: general_denominator, per: general_per },
    start: general_start,
  };
}

export const paidSoFar = (payments: { amount: Fen }[]): Fen => sumFen(payments.map((p) => p.amount));
