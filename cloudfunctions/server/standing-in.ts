import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Grant } from './caller';
import type { SignedIn } from './context';

/** Whether these roles alone would open it to him. */
type Opens = (context: SignedIn) => Promise<boolean>;

const absentIn = (grants: readonly Grant[]): string[] =>
  [...new Set(grants.flatMap(({ standsInFor }) => standsInFor ?? []))].sort();

/** Everybody for whom he stands in today. */
export const allAbsent = ({ caller }: Pick<SignedIn, 'caller'>): string[] => absentIn(caller.grants);

/** For whom he does this: whose handed-over roles open it to him, where none of his own does. */
export async function absentFor(context: SignedIn, opens: Opens): Promise<string[]> {
  const { caller } = context;
  const absent = allAbsent(context);
  if (absent.length === 0) return [];
  const withOnly = (isMeant: (grant: Grant) => boolean): SignedIn => ({
    ...context,
    caller: { ...caller, grants: caller.grants.filter(isMeant) },
  });
  if (await opens(withOnly(({ standsInFor }) => !standsInFor))) return [];
  const found: string[] = [];
  for (const accountId of absent) {
    if (await opens(withOnly((grant) => grant.standsInFor === accountId))) found.push(accountId);
  }
  return found;
}

/** Whether one of the tasks `t` that the rule names is this one. */
export async function isAmong(
  { tx, courtId }: SignedIn,
  taskId: string,
  rule: RawBuilder<SqlBool>,
): Promise<boolean> {
  const { rows } = await sql`
    select from tasks t where t.court_id = ${courtId} and t.task_id = ${taskId} and (${rule})`.execute(tx);
  return rows.length > 0;
}
