import { sql } from 'kysely';
import type { ImportedCase, Problem } from '../../../shared/import/types';
import type { SignedIn } from '../context';
import type { Outcome } from './batch';
import { CountyMap } from './county-map';
import { createCases } from './create-cases';
import { findKnown } from './known-cases';
import { updateCase } from './update-cases';

const CASES_A_STEP = 500;

export interface Imported {
  outcome: Omit<Outcome, 'unmatchedAddresses'>;
  remarks: Problem[];
}

/** Takes a checked list in, some hundred cases a step, and says after each step how far it is. */
export async function importCases(
  context: SignedIn,
  batchId: string,
  cases: ImportedCase[],
  progress: (done: number) => Promise<void>,
): Promise<Imported> {
  const map = await CountyMap.read(context);
  const outcome = { created: 0, updated: 0, unchanged: 0 };
  const remarks: Problem[] = [];
  for (let at = 0; at < cases.length; at += CASES_A_STEP) {
    const step = cases.slice(at, at + CASES_A_STEP);
    const known = await findKnown(context, step);
    const fresh = step.filter(({ caseNumber }) => !known.has(caseNumber));
    await createCases(context, batchId, fresh, map);
    outcome.created += fresh.length;
    for (const imported of step) {
      const one = known.get(imported.caseNumber);
      if (!one) continue;
      const { updated, remark } = await updateCase(context, batchId, one, imported, map);
      outcome[updated ? 'updated' : 'unchanged'] += 1;
      if (remark) remarks.push(remark);
    }
    if (at === 0 && cases.length > step.length) await countTables(context);
    await progress(at + step.length);
  }
  return { outcome, remarks };
}

/**
 * In a book that was empty a moment ago the planner takes every index for as good as the next, and checks each
 * foreign key by walking through the whole court: 5,000 rows took ten seconds instead of one.
 */
async function countTables({ tx }: SignedIn): Promise<void> {
  await sql`analyze cases, parties`.execute(tx);
}
