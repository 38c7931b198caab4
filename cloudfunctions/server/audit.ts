import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from './storage/connect';

/** Facts of an audit line: ids, codes and numbers, never names, numbers of people or free text. */
export type AuditFacts = Record<string, string | number | boolean | null | string[]>;

export interface AuditLine {
  courtId: string;
  /** A case id, or `court` for what concerns no single case. */
  subject: string;
  at: Date;
  actor: string;
  action: string;
  facts: AuditFacts;
}

/** JSON with sorted keys, so that a verifier computes the same bytes whatever the database returns. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

export function hashLine(line: AuditLine, seq: number, previousHash: string): string {
  const body = canonical({ ...line, at: line.at.toISOString(), seq, previousHash });
  return createHash('sha256').update(body).digest('hex');
}

/** Appends one line to its subject's chain, in the transaction of the fact that it proves. */
export async function appendAudit(tx: Tx, line: AuditLine): Promise<void> {
  // Writers of one chain take turns; the lock ends with the transaction.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${line.courtId}/${line.subject}`}, 0))`.execute(
    tx,
  );
  const last = await tx
    .selectFrom('audit_lines')
    .select(['seq', 'hash'])
    .where('court_id', '=', line.courtId)
    .where('subject', '=', line.subject)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  const previousHash = last?.hash ?? '';
  await tx
    .insertInto('audit_lines')
    .values(rowOf(line, seq, previousHash))
    .execute();
}

/** The first lines of chains that nobody can have written to yet: their subjects are new in this transaction. */
export async function openChains(tx: Tx, lines: AuditLine[]): Promise<void> {
  await tx
    .insertInto('audit_lines')
    .values(lines.map((line) => rowOf(line, 1, '')))
    .execute();
}

const rowOf = (line: AuditLine, seq: number, previousHash: string) => ({
  court_id: line.courtId,
  subject: line.subject,
  seq,
  at: line.at,
  actor: line.actor,
  action: line.action,
  facts: JSON.stringify(line.facts),
  previous_hash: previousHash,
  hash: hashLine(line, seq, previousHash),
});
