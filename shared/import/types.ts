import type { Day } from '../day';
import type { Fen } from '../money';

/** One cell as the file holds it, before any rule has looked at it. Plain data: a sheet can be stored as JSON. */
export type RawCell =
  | null
  | { type: 'text'; text: string }
  | { type: 'number'; number: number }
  | { type: 'date'; day: Day }
  /** A formula's error such as `#REF!`; `#N/A` too where a formula was saved without its value. */
  | { type: 'error'; code: string };

export interface RawRow {
  /** As Excel shows it, from 1. */
  number: number;
  hidden: boolean;
  cells: RawCell[];
}

export interface RawSheet {
  fileName: string;
  sheetName: string;
  /** Serial dates of this workbook count from 1904 (old Excel for Mac). */
  date1904: boolean;
  /** Rows that hold something, in their order. */
  rows: RawRow[];
  skippedSheets: { name: string; reason: 'hidden' | 'not-first' }[];
}

export interface AreaTable {
  /** The county's own name, so that 「邻县虹溪镇」 is not taken for ours. */
  county?: string;
  towns: { id: string; name: string; aliases: string[] }[];
  villages: { id: string; name: string; townId: string; aliases: string[] }[];
}

export type Level = 'error' | 'warning' | 'corrected';

/** One line of the row report. */
export interface Problem {
  row: number;
  /** The header as the court wrote it, or 整行. */
  column: string;
  /** ID numbers and phones are masked. */
  original: string;
  level: Level;
  problem: string;
  suggestion: string;
}

export interface ImportedParty {
  side: 'obligor' | 'obligee';
  kind: 'natural' | 'organisation';
  name: string;
  idNumber: string | null;
  /** Mobile numbers, 11 digits, the first one preferred. */
  phones: string[];
  serviceAddress: string | null;
  householdAddress: string | null;
  publicOfficial: boolean | null;
  /** Set together with its town; a town alone is possible. */
  villageId: string | null;
  townId: string | null;
}

export interface ImportedCase {
  /** Canonical, `（2026）浙9999民初123号`; an old-style number as the court wrote it. */
  caseNumber: string;
  instrumentNumber: string | null;
  instrumentType: string;
  cause: string | null;
  effectiveDay: Day;
  principal: Fen;
  paid: Fen;
  /** The last day to perform; with instalments the last one's day; null where the list says nothing. */
  dueDay: Day | null;
  instalments: { dueDay: Day; amount: Fen }[];
  judgeName: string | null;
  judgePhone: string | null;
  clerkName: string | null;
  guarantee: string | null;
  note: string | null;
  parties: ImportedParty[];
  /** The rows of the list that this case was made of. */
  rows: number[];
}

export interface Totals {
  /** Rows below the header that hold something: valid + errors + skipped. */
  rows: number;
  /** Rows whose case can be imported. */
  valid: number;
  /** Rows that stay out, by their own error or one in the same case. */
  errors: number;
  /** Rows with at least one warning. */
  warnings: number;
  /** Rows with at least one correction. */
  corrected: number;
  /** Totals, repeated headers, footers, hidden rows. */
  skipped: number;
}

export interface CheckedList {
  cases: ImportedCase[];
  problems: Problem[];
  totals: Totals;
}
