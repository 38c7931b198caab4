import type { Day } from '../day';
import { type Fen, ZERO_FEN } from '../money';
import { readAmount } from './amount';
import { readCaseNumber } from './case-number';
import { cellText, compact } from './cells';
import type { ColumnKey } from './columns';
import { plausible, readDate } from './dates';
import { type Due, readDue } from './due';
import { finding, type Reading, reads } from './finding';
import { readOfficePhone } from './phone';
import type { ListContext, RowCells } from './row-cells';
import type { RawCell } from './types';

/** What a row says of its case, as opposed to its people. Null: not said, or unreadable and reported. */
export interface CaseFacts {
  instrumentNumber: string | null;
  instrumentType: string | null;
  cause: string | null;
  effectiveDay: Day | null;
  principal: Fen | null;
  paid: Fen | null;
  due: Due | null;
  judgeName: string | null;
  judgePhone: string | null;
  clerkName: string | null;
  guarantee: string | null;
  note: string | null;
}

/** The column that each fact stands in. */
export const FACT_COLUMNS = {
  instrumentNumber: 'instrumentNumber',
  instrumentType: 'instrumentType',
  cause: 'cause',
  effectiveDay: 'effectiveDay',
  principal: 'principal',
  paid: 'paid',
  due: 'due',
  judgeName: 'judge',
  judgePhone: 'judgePhone',
  clerkName: 'clerk',
  guarantee: 'guarantee',
  note: 'note',
} as const satisfies Record<keyof CaseFacts, ColumnKey>;

export function readNumberOfCase(row: RowCells, { today }: ListContext): string | null {
  return row.take('caseNumber', (cell) => readCaseNumber(cellText(cell), today));
}

export function readCaseFacts(row: RowCells, context: ListContext): CaseFacts {
  const effectiveDay = row.take('effectiveDay', (cell) => pastDay(cell, context));
  const principal = row.take('principal', (cell) => readAmount(cell, row.inWan('principal')));
  const paid = row.take('paid', (cell) => readAmount(cell, row.inWan('paid')));
  weighAmounts(row, principal, paid);
  const { calendar, date1904 } = context;
  const basis = { effectiveDay, principal, paid: paid ?? ZERO_FEN, date1904, calendar };
  const due = row.take('due', (cell) => readDue(cell, basis));
  if (due && effectiveDay && due.dueDay < effectiveDay) row.note('due', finding('due-before-effective'));
  return {
    effectiveDay,
    principal,
    paid,
    due,
    instrumentType: row.take('instrumentType', (cell) => readInstrumentType(cellText(cell))),
    instrumentNumber: row.take('instrumentNumber', asText),
    cause: row.take('cause', asText),
    judgeName: row.take('judge', asText),
    judgePhone: row.take('judgePhone', readOfficePhone),
    clerkName: row.take('clerk', asText),
    guarantee: row.take('guarantee', asText),
    note: row.take('note', asText),
  };
}

function pastDay(cell: RawCell, { today, date1904 }: ListContext): Reading<Day> {
  const { value, findings } = readDate(cell, date1904);
  return reads(value, ...findings, ...(value ? plausible(value, today) : []));
}

function weighAmounts(row: RowCells, principal: Fen | null, paid: Fen | null): void {
  if (principal === 0) row.note('principal', finding('amount-zero'));
  else if (principal !== null && paid !== null && paid > principal)
    row.note('paid', finding('paid-too-much'));
  else if (principal !== null && paid === principal) row.note('paid', finding('paid-in-full'));
}

const KNOWN_INSTRUMENT =
  /(?:判决书|裁定书|调解书|决定书|支付令|裁决书|公证债权文书|执行证书|仲裁调解书|处罚决定书|公证书|和解协议)$/;
const SHORT_INSTRUMENT = /(?:判决|裁定|调解|裁决)$/;

/** An open set: a stranger is asked about, never refused. */
function readInstrumentType(text: string): Reading<string> {
  const plain = compact(text).replace(/[《》]/g, '');
  if (KNOWN_INSTRUMENT.test(plain)) return reads(plain);
  if (!SHORT_INSTRUMENT.test(plain)) return reads(plain, finding('instrument-unknown'));
  return reads(`${plain}书`, finding('instrument-completed', { type: `${plain}书` }));
}

const asText = (cell: RawCell): Reading<string> => reads(cellText(cell));
