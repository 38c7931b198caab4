import { sql } from 'kysely';
import type { SignedIn } from '../context';
import { isAccountKeptOut, type TipRow } from './rows';

/** Officers who can be sent today: none who is kept from this case. */
export async function officersFor(
  { tx, courtId, today }: SignedIn,
  row: Pick<TipRow, 'case_id'>,
): Promise<{ accountId: string; name: string; team: string }[]> {
  const { rows } = await sql<{ accountId: string; name: string; team: string }>`
    select a.account_id as "accountId", a.name, coalesce(string_agg(m.name, '、' order by m.name), '') as team
    from grants_on(${today}::date) g
    join accounts a on a.court_id = g.court_id and a.account_id = g.account_id and a.disabled_at is null
    left join teams m on m.court_id = g.court_id and m.team_id = g.team_id
    where g.court_id = ${courtId} and g.role = 'officer'
      and not ${isAccountKeptOut(courtId, sql`a.account_id`, sql`${row.case_id}::text`)}
    group by a.account_id, a.name order by a.name`.execute(tx);
  return rows;
}
