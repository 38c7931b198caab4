import { sql } from 'kysely';
import { Refusal } from '../../shared/refusal';
import type { Context } from './context';

const TABLE_OF = {
  payment: ['payments', 'payment_id'],
  plan: ['plans', 'plan_id'],
  request: ['requests', 'request_id'],
  party: ['parties', 'party_id'],
  task: ['tasks', 'task_id'],
} as const;

/** The case that something hangs on. What follows is always `openCase`: whose it is, is asked there. */
export async function caseIdOf(
  { tx, courtId }: Pick<Context, 'tx' | 'courtId'>,
  kind: keyof typeof TABLE_OF,
  id: string,
): Promise<string> {
  const [table, key] = TABLE_OF[kind];
  const { rows } = await sql<{ case_id: string }>`
    select case_id from ${sql.table(table)} where court_id = ${courtId} and ${sql.ref(key)} = ${id}`.execute(
    tx,
  );
  if (!rows[0]) throw new Refusal('not-found-or-not-yours');
  return rows[0].case_id;
}
