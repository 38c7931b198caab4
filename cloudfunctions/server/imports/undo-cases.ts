import { sql } from 'kysely';
import type { CaseRow } from '../cases';
import type { SignedIn } from '../context';
import { type Change, stillHolds } from './change';
import { type KnownCase, loadKnown } from './known-cases';
import { writeChange } from './update-cases';

export interface Undone {
  removed: number;
  restored: number;
  /** The numbers of the cases that stay as they are, because somebody worked on them since. */
  kept: string[];
}

export async function undoCases(context: SignedIn, batchId: string): Promise<Undone> {
  const created = await changedCases(context, batchId, 'created');
  const removed = await removeUntouched(
    context,
    created.map(({ row }) => row.case_id),
  );
  const kept = created.filter(({ row }) => !removed.has(row.case_id)).map(({ row }) => row.case_number);
  let restored = 0;
  for (const { row, change } of await changedCases(context, batchId, 'updated')) {
    if (await restore(context, row, change!)) restored += 1;
    else kept.push(row.case_number);
  }
  return { removed: removed.size, restored, kept };
}

async function changedCases({ tx, courtId }: SignedIn, batchId: string, kind: 'created' | 'updated') {
  const rows = await tx
    .selectFrom('import_changes as i')
    .innerJoin('cases as c', (j) =>
      j.onRef('c.court_id', '=', 'i.court_id').onRef('c.case_id', '=', 'i.case_id'),
    )
    .selectAll('c')
    .select('i.before')
    .where('i.court_id', '=', courtId)
    .where('i.batch_id', '=', batchId)
    .where('i.kind', '=', kind)
    .orderBy('c.case_id')
    .forUpdate('c')
    .execute();
  return rows.map(({ before, ...row }) => ({ row: row as CaseRow, change: before as Change | null }));
}

/** Those of these cases on which nothing hangs, gone in one statement; what is only theirs goes with them. */
async function removeUntouched({ tx, courtId }: SignedIn, caseIds: string[]): Promise<Set<string>> {
  const hangs = (table: string) => sql`exists (
    select from ${sql.table(table)} x where x.court_id = c.court_id and x.case_id = c.case_id)`;
  // Named one by one, because after a bulk insert the planner does not know yet how many rows a table has.
  const { rows } = await sql<{ case_id: string }>`
    delete from cases c
    where c.court_id = ${courtId} and c.case_id = any(${caseIds}::text[]) and c.status = 'waiting'
      and not (${sql.join(TOUCHES.map(hangs), sql` or `)})
      and not exists (
        select from parties p join party_bindings b on b.court_id = p.court_id and b.party_id = p.party_id
        where p.court_id = c.court_id and p.case_id = c.case_id)
      and (
        select count(*) from import_changes i
        where i.court_id = c.court_id and i.case_id = c.case_id) < 2
    returning c.case_id`.execute(tx);
  return new Set(rows.map((row) => row.case_id));
}

const TOUCHES = [
  'supervisions',
  'payments',
  'plans',
  'requests',
  'enforcement_applications',
  'notices',
  'files',
  'proxy_consents',
];

/** Puts back what the list replaced, if it is still as the list left it. */
async function restore(context: SignedIn, row: CaseRow, change: Change): Promise<boolean> {
  const [known] = await loadKnown(context, [row]);
  if (!known || !isAsLeft(context, known, change)) return false;
  await writeChange(context, row.case_id, change, 'before');
  if (change.addedParties.length > 0) {
    await context.tx
      .deleteFrom('parties')
      .where('court_id', '=', context.courtId)
      .where('party_id', 'in', change.addedParties)
      .execute();
  }
  await context.audit(row.case_id, 'undo-import-case', { columns: Object.keys(change.case.after) });
  return true;
}

function isAsLeft({ app }: SignedIn, { row, parties, portions }: KnownCase, change: Change): boolean {
  const partyOf = (id: string) => parties.find((party) => party.party_id === id);
  const now = JSON.stringify(portions.map(({ amount_fen, due_day }) => ({ amount_fen, due_day })));
  return (
    row.status === change.status &&
    stillHolds(app, row, change.case) &&
    change.parties.every((diff) => {
      const party = partyOf(diff.partyId);
      return party !== undefined && stillHolds(app, party, diff);
    }) &&
    (change.portions === null || now === JSON.stringify(change.portions.after))
  );
}
