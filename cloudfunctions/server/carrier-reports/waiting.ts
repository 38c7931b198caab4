import { sql } from 'kysely';
import type { App } from '../app';
import { applyQuietly, type ReportKey } from './receive';

const AT_MOST = 500;

/**
 * Acts on what came before it could be acted on: a report that was faster than its message's number, or one that
 * met a fault. Where nothing waits it is one look at an empty index. Returns how many were acted on.
 */
export async function applyWaitingReports(app: App): Promise<number> {
  const { rows } = await sql<ReportKey>`
    select r.channel, r.report_key from carrier_reports r
    where r.applied_at is null and (r.phone_index is not null or exists (
      select from carrier_serials s where s.channel = r.channel and s.serial = r.serial))
    order by r.received_at limit ${AT_MOST}`.execute(app.db);
  let applied = 0;
  for (const key of rows) if (await applyQuietly(app, key)) applied += 1;
  return applied;
}
