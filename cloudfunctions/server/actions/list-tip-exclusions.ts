import { sql } from 'kysely';
import { COURT_ROLES, ROLE_WORDS, type Role, TIP_ROLES } from '../../../shared/cases/roles';
import type { Handler, SignedIn } from '../context';

export const listTipExclusions: Handler<'list-tip-exclusions'> = async (_input, context) => {
  const rows = await context.tx
    .selectFrom('tip_exclusions as x')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'x.court_id').onRef('a.account_id', '=', 'x.account_id'),
    )
    .innerJoin('cases as c', (j) =>
      j.onRef('c.court_id', '=', 'x.court_id').onRef('c.case_id', '=', 'x.case_id'),
    )
    .select(['x.account_id', 'a.name', 'x.case_id', 'c.case_number', 'x.reason', 'x.at'])
    .where('x.court_id', '=', context.courtId)
    .orderBy('x.at', 'desc')
    .execute();
  return {
    staff: await staffOf(context),
    exclusions: rows.map((row) => ({
      accountId: row.account_id,
      name: row.name,
      caseId: row.case_id,
      caseNumber: row.case_number,
      reason: row.reason,
      at: row.at.toISOString(),
    })),
  };
};

/** Whoever could come near a tip by his role. */
async function staffOf({ tx, courtId, today }: SignedIn) {
  const roles = [...COURT_ROLES, ...TIP_ROLES];
  const { rows } = await sql<{ accountId: string; name: string; roles: Role[] }>`
    select a.account_id as "accountId", a.name, array_agg(distinct g.role) as roles
    from grants_on(${today}::date) g
    join accounts a on a.court_id = g.court_id and a.account_id = g.account_id and a.disabled_at is null
    where g.court_id = ${courtId} and g.role = any(${roles}::text[])
    group by a.account_id, a.name order by a.name`.execute(tx);
  return rows.map(({ roles: held, ...one }) => ({
    ...one,
    roles: held.map((role) => ROLE_WORDS[role]).join('、'),
  }));
}
