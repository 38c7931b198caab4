import type { Relation } from '../../../shared/cases/roles';
import type { Day } from '../../../shared/day';
import { latest } from '../../../shared/law/dated';
import { applicationWords, EXPLAIN_REMARKS } from '../../../shared/law/explain-wording';
import { APPLICATION_LIMIT, RESTART } from '../../../shared/law/limitation';
import { computeStatement, type Statement } from '../../../shared/law/statement';
import { statementRows } from '../../../shared/law/statement-rows';
import { ESTIMATE_MARK, REMARK_WORDS, showCitation } from '../../../shared/law/wording';
import { sumFen } from '../../../shared/money';
import { feeCitations, feeSaved, NOTHING_OWED } from '../case-statement';
import { type CaseRow, openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { courtOf } from '../court';
import { enforcementRoad } from '../enforcement-road';
import {
  dailyOf,
  dayToReckon,
  type Explanation,
  interestsOf,
  type Reckoned,
  rangeOf,
  textsOf,
} from '../explanation';
import { agreedPlan } from '../plans';
import { reckonedOf, untilPaid } from '../statements';
import { watermark } from '../watermark';

export const explainStatement: Handler<'explain-statement'> = async ({ caseId, asOf: asked }, context) => {
  const { row, relations } = await openCase(context, caseId);
  const reader = READERS.find((relation) => relations.has(relation))!;
  const reckoned = await reckonedOf(context, row);
  const closed = row.status === 'performed';
  const range = rangeFor(reader, reckoned, context.today);
  const asOf = closed
    ? closingDay(reckoned, context.today)
    : dayToReckon(asked, range, context.today, reckoned);
  const statement = computeStatement({ ...reckoned, asOf });
  const left = closed ? NOTHING_OWED : statement.left;
  const rows = statementRows({ ...statement, left });
  const application =
    closed || reader === 'liaison' ? null : await applicationOf(context, row, statement, reckoned);
  const fees = application && application.fee > 0 ? feeCitations(reckoned.settings) : [];
  await context.audit(caseId, 'explain-statement', { asOf, reader });
  return asSeenBy(reader, {
    caseNumber: row.case_number,
    courtName: (await courtOf(context)).name,
    reader,
    asOf,
    range: closed ? null : range,
    payments: rows.slice(0, -1),
    left: rows.at(-1)!,
    total: left.total,
    ...interestsOf(reckoned, statement),
    daily: closed ? null : dailyOf(reckoned, asOf),
    application,
    remarks: await remarksOf(context, row, statement, reckoned),
    ...textsOf([...statement.citations, ...fees]),
    estimateMark: ESTIMATE_MARK,
    watermark: watermark(context),
  });
};

/** Who is more than one thing to a case reads what the first of them may. */
const READERS = ['court', 'obligor', 'obligee', 'liaison'] as const satisfies Relation[];

const closingDay = ({ payments }: Reckoned, today: Day): Day =>
  untilPaid(payments.at(-1)?.day ?? today, payments);

async function applicationOf(
  context: SignedIn,
  row: CaseRow,
  { left }: Statement,
  { settings }: Reckoned,
): Promise<Explanation['application']> {
  if (row.status === 'filed' || left.total === 0) return null;
  const road = await enforcementRoad(context, row);
  const fee = feeSaved(left, settings);
  return {
    fee,
    applyBefore: road.applyBefore,
    words: applicationWords(fee, road),
    basis: [latest(APPLICATION_LIMIT).citation, RESTART].map(showCitation),
  };
}

async function remarksOf(
  context: SignedIn,
  row: CaseRow,
  statement: Statement,
  { payments }: Reckoned,
): Promise<string[]> {
  const asOf = statement.asOf!;
  const remarks = statement.remarks.map((remark) => REMARK_WORDS[remark]);
  if (row.status === 'performed') {
    const waived = statement.left.total;
    return [...remarks, EXPLAIN_REMARKS.closed, ...(waived > 0 ? [EXPLAIN_REMARKS.waived(waived)] : [])];
  }
  if (asOf > context.today) remarks.push(EXPLAIN_REMARKS.future(asOf));
  if (payments.some(({ day }) => day > asOf)) remarks.push(EXPLAIN_REMARKS.laterPayments(asOf));
  const waiting = await unconfirmed(context, row);
  if (waiting.length > 0) remarks.push(EXPLAIN_REMARKS.unconfirmed(waiting.length, sumFen(waiting)));
  if (row.status === 'filed') remarks.push(EXPLAIN_REMARKS.filed);
  else if (await agreedPlan(context, row.case_id)) remarks.push(EXPLAIN_REMARKS.plan);
  return remarks;
}

async function unconfirmed({ tx, courtId }: SignedIn, row: CaseRow) {
  const rows = await tx
    .selectFrom('payments')
    .select('amount_fen')
    .where('court_id', '=', courtId)
    .where('case_id', '=', row.case_id)
    .where('state', 'in', ['registered', 'disputed'])
    .execute();
  return rows.map((payment) => payment.amount_fen);
}

/** A liaison is told what is owed, from today on; what was paid when is for the parties and the court. */
function rangeFor(reader: Explanation['reader'], reckoned: Reckoned, today: Day) {
  const range = rangeOf(reckoned, today);
  return reader === 'liaison' ? { ...range, from: today } : range;
}

function asSeenBy(reader: Explanation['reader'], whole: Explanation): Explanation {
  if (reader !== 'liaison') return whole;
  const paid = whole.payments.length > 0;
  return {
    ...whole,
    payments: [],
    doubled: paid ? null : whole.doubled,
    general: null,
    remarks: paid ? [EXPLAIN_REMARKS.partiesOnly] : [],
  };
}
