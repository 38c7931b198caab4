import type { Selectable } from 'kysely';
import type { ImportedCase } from '../../../shared/import/types';
import type { CaseRow } from '../cases';
import type { SignedIn } from '../context';
import type { PartyRow } from '../parties';
import type { ObligationPortionsTable } from '../storage/database';

export type PortionRow = Selectable<ObligationPortionsTable>;

/** A case that the court has already, with what a list may and may not change. */
export interface KnownCase {
  row: CaseRow;
  parties: PartyRow[];
  portions: PortionRow[];
  /** Money was registered: the list's own 已履行额 may already count it. */
  hasPayments: boolean;
}

/** The known ones among these cases, locked until the transaction ends. */
export async function findKnown(context: SignedIn, cases: ImportedCase[]): Promise<Map<string, KnownCase>> {
  const rows = await context.tx
    .selectFrom('cases')
    .selectAll()
    .where('court_id', '=', context.courtId)
    .where(
      'case_number',
      'in',
      cases.map(({ caseNumber }) => caseNumber),
    )
    // In the order in which everybody locks cases.
    .orderBy('case_id')
    .forUpdate()
    .execute();
  const known = await loadKnown(context, rows);
  return new Map(known.map((one) => [one.row.case_number, one]));
}

/** What hangs on these cases, in three questions however many they are. */
export async function loadKnown({ tx, courtId }: SignedIn, rows: CaseRow[]): Promise<KnownCase[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.case_id);
  const parties = await tx
    .selectFrom('parties')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('case_id', 'in', ids)
    .orderBy('sort')
    .execute();
  const portions = await tx
    .selectFrom('obligation_portions')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('case_id', 'in', ids)
    .orderBy('sort')
    .execute();
  const paid = await tx
    .selectFrom('payments')
    .select('case_id')
    .distinct()
    .where('court_id', '=', courtId)
    .where('case_id', 'in', ids)
    .execute();
  const partiesOf = byCase(parties);
  const portionsOf = byCase(portions);
  const withPayments = new Set(paid.map((payment) => payment.case_id));
  return rows.map((row) => ({
    row,
    parties: partiesOf.get(row.case_id) ?? [],
    portions: portionsOf.get(row.case_id) ?? [],
    hasPayments: withPayments.has(row.case_id),
  }));
}

function byCase<T extends { case_id: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.case_id, [...(groups.get(row.case_id) ?? []), row]);
  return groups;
}
