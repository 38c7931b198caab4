import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { App } from '../../cloudfunctions/server/app';

/** Whose hands a notice was in when it left the outbox; of several times the last. */
export type Leavings = ReadonlyMap<string, { runId: string | null; markedAt: Date | null }>;

/** The database itself writes down who held what left the outbox: the engine forgets it. */
export async function watchOutbox({ db }: App): Promise<void> {
  await sql`create table soak_left (
    ordinal bigint generated always as identity, notice_id text, claimed_by text, called_at timestamptz)`.execute(
    db,
  );
  await sql
    .raw(`create function soak_leave() returns trigger language plpgsql as $$ begin
      insert into soak_left (notice_id, claimed_by, called_at) values (old.notice_id, old.claimed_by, old.called_at);
      return null; end $$`)
    .execute(db);
  await sql`create trigger soak_leave after delete on outbox for each row execute function soak_leave()`.execute(
    db,
  );
}

export async function readLeavings({ db }: App): Promise<Leavings> {
  const { rows } = await sql<{ noticeId: string; runId: string | null; markedAt: Date | null }>`
    select notice_id as "noticeId", claimed_by as "runId", called_at as "markedAt"
    from soak_left order by ordinal`.execute(db);
  return new Map(rows.map(({ noticeId, ...leaving }) => [noticeId, leaving]));
}

/** The next instant at which something waits to be sent; null when the outbox is empty. */
export async function nextSend({ db, now }: App): Promise<Date | null> {
  const { rows } = await patiently(() =>
    sql<{ at: Date | null }>`
      select min(greatest(
        case when o.claimed_by is not null then o.claim_expires_at else o.not_before end,
        case when c.paused_until > ${now()} and o.claimed_by is null then c.paused_until end)) as at
      from outbox o join carriers c using (channel)`.execute(db),
  );
  return rows[0]?.at ?? null;
}

/** The next instant at which a carrier is asked what became of a message; null when nothing is in doubt any more. */
export async function nextAsk({ db }: App): Promise<Date | null> {
  const { rows } = await patiently(() =>
    sql<{ at: Date | null }>`select min(ask_at) as at from doubts`.execute(db),
  );
  return rows[0]?.at ?? null;
}

/** The runner asks while the database may be down. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 100) throw error;
      await pause(100);
    }
  }
}
