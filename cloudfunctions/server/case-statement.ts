import type { OutputOf } from '../../shared/actions';
import type { Citation } from '../../shared/law/citation';
import { latest } from '../../shared/law/dated';
import { EXECUTION_FEE, executionFee, executionFeeBase } from '../../shared/law/fees';
import { type LawSettings, readingOf } from '../../shared/law/settings';
import type { Statement } from '../../shared/law/statement';
import { type Fen, fen, sumFen, ZERO_FEN } from '../../shared/money';
import type { CaseRow } from './cases';
import type { Context } from './context';
import { readingsFor } from './law-settings';
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
    citations: statement.citations.map(shown),
  };
  if (closed) return { ...common, ...NOTHING_OWED, waived: statement.left.total };
  const settings = await readingsFor(here, row);
  const fee = row.status === 'filed' ? ZERO_FEN : feeSaved(statement.left, settings);
  return {
    ...common,
    ...statement.left,
    dailyDoubled: await dailyDoubled(here, row, statement),
    executionFee: fee,
    citations: fee > 0 ? [...common.citations, ...feeCitations(settings).map(shown)] : common.citations,
    waived: ZERO_FEN,
  };
}

const shown = ({ law, article, reading }: Citation): StatementPart['citations'][number] =>
  reading === undefined ? { law, article } : { law, article, reading };

export const NOTHING_OWED = {
  costs: ZERO_FEN,
  general: ZERO_FEN,
  principal: ZERO_FEN,
  doubled: ZERO_FEN,
  total: ZERO_FEN,
  dailyDoubled: ZERO_FEN,
  executionFee: ZERO_FEN,
};

/**
 * What an application for all that is owed would cost: nothing is realised yet, so where the fee follows what is
 * realised, all of the claim is taken as realised. It costs at least the fixed sum; with nothing left there is
 * nothing to apply for.
 */
export function feeSaved(
  { costs, general, principal, doubled }: Statement['left'],
  settings: LawSettings,
): Fen {
  const claim = sumFen([costs, general, principal]);
  const realized = settings.executionFeeIncludesDelayedInterest ? fen(claim + doubled) : claim;
  const base = executionFeeBase({ claim, realized, delayedInterest: doubled }, settings);
  return base === 0 ? ZERO_FEN : executionFee(base);
}

export const feeCitations = (settings: LawSettings): Citation[] => [
  latest(EXECUTION_FEE).citation,
  readingOf('executionFeeOn', settings.executionFeeOn),
  readingOf('executionFeeIncludesDelayedInterest', settings.executionFeeIncludesDelayedInterest),
];

/** Before the first due day nothing grows yet: what a day will add after it tells the debtor more than zero. */
async function dailyDoubled(here: Here, row: CaseRow, now: Statement): Promise<Fen> {
  const dueDays = (await portionsOf(here, row)).map((portion) => portion.dueDay);
  const firstDue = dueDays.sort()[0]!;
  return here.today >= firstDue ? now.dailyDoubled : (await statementOf(here, row, firstDue)).dailyDoubled;
}
