import { ZERO_FEN } from '../money';
import { type CaseFacts, FACT_COLUMNS } from './case-facts';
import { finding } from './finding';
import { mergeParties } from './merge-parties';
import { hasError, problemOfRow } from './report';
import type { ReadRow } from './row';
import type { ImportedCase } from './types';

const FACTS = Object.keys(FACT_COLUMNS) as (keyof CaseFacts)[];
/** Rows may add remarks of their own; every other fact is the case's. */
const MAY_DIFFER = new Set<keyof CaseFacts>(['note']);

/** Rows by canonical case number, in the list's order; rows without one stay out by their own error. */
export function byCase(rows: readonly ReadRow[]): Map<string, ReadRow[]> {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    if (row.caseNumber === null) continue;
    const group = groups.get(row.caseNumber);
    if (group) group.push(row);
    else groups.set(row.caseNumber, [row]);
  }
  return groups;
}

/** One case of its rows, or null: a case is imported whole or not at all. */
export function makeCase(caseNumber: string, rows: ReadRow[]): ImportedCase | null {
  for (const fact of FACTS) if (!MAY_DIFFER.has(fact)) agree(rows, fact);
  agreeOnCreditors(rows);
  const parties = mergeParties(rows);
  const wrong = rows.find((row) => hasError(row.problems));
  if (wrong) {
    keepOut(rows, wrong.number);
    return null;
  }
  return { caseNumber, ...factsOf(rows), parties, rows: rows.map((row) => row.number) };
}

function agree(rows: ReadRow[], fact: keyof CaseFacts): void {
  const key = FACT_COLUMNS[fact];
  const first = rows.find((row) => row.facts[fact] !== null);
  if (!first) return;
  const wanted = JSON.stringify(first.facts[fact]);
  for (const row of rows) {
    const said = row.facts[fact];
    if (said !== null && JSON.stringify(said) !== wanted) {
      row.note(key, finding('case-conflict', { row: first.number, other: first.said(key) }));
    }
  }
}

const creditorNames = (row: ReadRow): string =>
  row.obligees
    .map(({ name }) => name)
    .sort()
    .join();

function agreeOnCreditors(rows: ReadRow[]): void {
  const first = rows.find((row) => row.obligees.length > 0);
  for (const row of rows) {
    if (first && row.obligees.length > 0 && creditorNames(row) !== creditorNames(first)) {
      row.note('creditor', finding('case-conflict', { row: first.number, other: first.said('creditor') }));
    }
  }
}

function keepOut(rows: ReadRow[], wrong: number): void {
  for (const row of rows) {
    if (!hasError(row.problems))
      row.problems.push(problemOfRow(row.number, finding('row-case-mate', { row: wrong })));
  }
}

function factsOf(rows: ReadRow[]): Omit<ImportedCase, 'caseNumber' | 'parties' | 'rows'> {
  const said = <F extends keyof CaseFacts>(fact: F): CaseFacts[F] =>
    (rows.find((row) => row.facts[fact] !== null) ?? rows[0]!).facts[fact];
  const due = said('due');
  return {
    instrumentNumber: said('instrumentNumber'),
    // Required columns: an empty one is an error, and such a row never comes here.
    instrumentType: said('instrumentType')!,
    effectiveDay: said('effectiveDay')!,
    principal: said('principal')!,
    cause: said('cause'),
    paid: said('paid') ?? ZERO_FEN,
    dueDay: due?.dueDay ?? null,
    instalments: due?.instalments ?? [],
    judgeName: said('judgeName'),
    judgePhone: said('judgePhone'),
    clerkName: said('clerkName'),
    guarantee: said('guarantee'),
    note: allNotes(rows),
  };
}

function allNotes(rows: ReadRow[]): string | null {
  const notes = new Set(rows.map((row) => row.facts.note).filter((note) => note !== null));
  return notes.size > 0 ? [...notes].join('；') : null;
}
