import { sql } from 'kysely';
import type { App } from '../app';
import type { Db } from '../storage/connect';
import { SILENT_MS } from './gateways';

/** Since when a gateway that somebody relies on is not up; one that nobody uses any more is nobody's trouble. */
export async function chatDown({ db, wallClock }: Pick<App, 'db' | 'wallClock'>): Promise<Date | null> {
  const silent = new Date(wallClock().getTime() - SILENT_MS);
  const { rows } = await sql<{ since: Date | null }>`
    select min(case when w.heard_at <= ${silent} then w.heard_at else w.since end) as since
    from chat_gateways w
    where (w.state <> 'up' or w.heard_at <= ${silent}) and (
      exists (select from chat_bindings b
        where b.court_id = w.court_id and b.gateway = w.gateway and b.ended_at is null)
      or exists (select from chat_groups g where g.court_id = w.court_id and g.gateway = w.gateway and g.is_on))`.execute(
    db,
  );
  return rows[0]?.since ?? null;
}

/** Since when somebody in distress waits for a person. */
export async function oldestDistress(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ since: Date | null }>`
    select min(at) as since from chat_handovers where reason = 'distress' and taken_at is null`.execute(db);
  return rows[0]?.since ?? null;
}
