import { type Day, showDay } from '../day';
import { type Fen, showYuan } from '../money';
import type { Heads } from './debt';
import { HEAD_CITATIONS, type Statement, type StatementLine } from './statement';
import { HEAD_WORDS, REMARK_WORDS, SURPLUS_WORDS, showCitation } from './wording';

/** One printed row: what happened on a day, where each part of the money went, and by which article. */
export interface StatementRow {
  day: Day | null;
  title: string;
  items: { label: string; amount: Fen; citation: string | null }[];
}

const HEADS = ['costs', 'general', 'principal', 'doubled'] as const satisfies (keyof Heads)[];

/** The statement as people read it, a row a payment, and a last row for what is left. */
export function statementRows(statement: Statement): StatementRow[] {
  return [...statement.lines.map(paymentRow), leftRow(statement)];
}

/** What stands below the table: remarks first, then every text that the figures rest on. */
export function statementNotes(statement: Statement): string[] {
  return [
    ...statement.remarks.map((remark) => REMARK_WORDS[remark]),
    ...statement.citations.map((citation) => showCitation(citation)),
  ];
}

function paymentRow(line: StatementLine): StatementRow {
  const given: Heads = {
    costs: line.toCosts,
    general: line.toGeneral,
    principal: line.toPrincipal,
    doubled: line.toDoubled,
  };
  const items = itemsOf(given);
  if (line.surplus > 0) items.push({ label: SURPLUS_WORDS, amount: line.surplus, citation: null });
  return { day: line.day, title: `${showDay(line.day)}付款 ${showYuan(line.paid)} 元`, items };
}

function leftRow({ asOf, left }: Statement): StatementRow {
  const until = asOf === null ? '' : `截至${showDay(asOf)}，`;
  return { day: asOf, title: `${until}还欠 ${showYuan(left.total)} 元`, items: itemsOf(left) };
}

function itemsOf(heads: Heads): StatementRow['items'] {
  return HEADS.filter((head) => heads[head] > 0).map((head) => ({
    label: HEAD_WORDS[head],
    amount: heads[head],
    citation: showCitation(HEAD_CITATIONS[head]),
  }));
}
