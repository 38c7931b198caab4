import type { OutputOf } from '../../shared/actions';
import { executionFee } from '../../shared/law/fees';
import type { Statement } from '../../shared/law/statement';
import { type Fen, sumFen, ZERO_FEN } from '../../shared/money';
import type { CaseRow } from './cases';
import type { Context } from './context';
import { confirmedPayments, paidSoFar, portionsOf, statementOf } from './statements';

type Here = Pick<Context, 'tx' | 'courtId' | 'today'>;
type StatementPart = OutputOf<'get-my-case'>['record']['statement'];

/** What is owed today. Of a performed case: the account as it was closed, with nothing owed. */
export async function caseStatement(here: Here, row: CaseRow): Promise<StatementPart> {
  const payments = await confirmedPayments(here, row.case_id);
  const closed = row.status === 'performed';
  const asOf = closed ? (payments.at(-1)?.day ?? here.today) : here.today;
  const statement = await statementOf(here, row, asOf);
  const common = {
    asOf: statement.asOf ?? asOf,
    confirmedPaid: paidSoFar(payments),
    lines: statement.lines.map(({ left: _, ...line }) => line),
    citations: statement.citations.map(({ law, article }) => ({ law, article })),
  };
  if (closed) return { ...common, ...NOTHING_OWED, waived: statement.left.total };
  return {
    ...common,
    ...statement.left,
    dailyDoubled: await dailyDoubled(here, row, statement),
    executionFee: row.status === 'filed' ? ZERO_FEN : feeSaved(statement.left),
    waived: ZERO_FEN,
  };
}

const NOTHING_OWED = {
  costs: ZERO_FEN,
  general: ZERO_FEN,
  principal: ZERO_FEN,
  doubled: ZERO_FEN,
  total: ZERO_FEN,
  dailyDoubled: ZERO_FEN,
  executionFee: ZERO_FEN,
};

/** An application costs at least the fixed sum; with nothing left there is nothing to apply for. */
function feeSaved({ costs, general, principal }: Statement['left']): Fen {
  const claim = sumFen([costs, general, principal]);
  return claim === 0 ? ZERO_FEN : executionFee(claim);
}

/** Before the first due day nothing grows yet: what a day will add after it tells the debtor more than zero. */
async function dailyDoubled(here: Here, row: CaseRow, now: Statement): Promise<Fen> {
  const dueDays = (await portionsOf(here, row)).map((portion) => portion.dueDay);
  const firstDue = dueDays.sort()[0]!;
  return here.today >= firstDue ? now.dailyDoubled : (await statementOf(here, row, firstDue)).dailyDoubled;
}
