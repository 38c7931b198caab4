import { sql } from 'kysely';
import type { Tx } from '../storage/connect';

const RESERVED = sql`interval '30 days'`;

/**
 * The small numbers by which a person names these tasks of his in a chat. A task keeps its number while it is his and
 * open; another gets the number thirty days after that at the earliest, so that an old list misleads nobody.
 */
export async function numbersFor(
  tx: Tx,
  { courtId, accountId, now }: { courtId: string; accountId: string; now: Date },
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (taskIds.length === 0) return new Map();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${courtId}/chat/${accountId}`}, 3))`.execute(tx);
  await sql`
    update chat_numbers c set freed_at = ${now}
    from tasks t
    where c.court_id = ${courtId} and c.account_id = ${accountId} and c.freed_at is null
      and t.court_id = c.court_id and t.task_id = c.task_id and (t.state = 'closed' or t.decline_reason is not null)
      and c.task_id <> all (${[...taskIds]}::text[])`.execute(tx);
  await sql`
    update chat_numbers set freed_at = null
    where court_id = ${courtId} and account_id = ${accountId} and task_id = any (${[...taskIds]}::text[])
      and freed_at > ${now}::timestamptz - ${RESERVED}`.execute(tx);
  await sql`
    with lacking as (
      select k.task_id, k.sort from unnest(${[...taskIds]}::text[]) with ordinality as k(task_id, sort)
      where not exists (
        select from chat_numbers c
        where c.court_id = ${courtId} and c.account_id = ${accountId} and c.task_id = k.task_id and c.freed_at is null)),
    free as (
      select n from generate_series(1, ${taskIds.length} + (
        select count(*)::int from chat_numbers where court_id = ${courtId} and account_id = ${accountId})) as s(n)
      where n not in (
        select number from chat_numbers
        where court_id = ${courtId} and account_id = ${accountId}
          and (freed_at is null or freed_at > ${now}::timestamptz - ${RESERVED})))
    insert into chat_numbers (court_id, account_id, task_id, number, given_at)
    select ${courtId}, ${accountId}, l.task_id, f.n, ${now}
    from (select task_id, row_number() over (order by sort) as at from lacking) l
    join (select n, row_number() over (order by n) as at from free) f on f.at = l.at
    on conflict (court_id, account_id, task_id) do update
    set number = excluded.number, given_at = excluded.given_at, freed_at = null`.execute(tx);
  const rows = await tx
    .selectFrom('chat_numbers')
    .select(['task_id', 'number'])
    .where('court_id', '=', courtId)
    .where('account_id', '=', accountId)
    .where('task_id', 'in', [...taskIds])
    .where('freed_at', 'is', null)
    .execute();
  return new Map(rows.map(({ task_id, number }) => [task_id, number]));
}
