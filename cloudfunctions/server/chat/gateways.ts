import { type RawBuilder, sql } from 'kysely';
import type { ChatGateway } from '../../../shared/cases/chat';
import type { Context } from '../context';

/** It reports every twenty seconds; a minute without a word means that it is down. */
export const SILENT_MS = 60_000;

export async function isGatewayUp(
  { app, tx, courtId }: Pick<Context, 'app' | 'tx' | 'courtId'>,
  gateway: ChatGateway,
): Promise<boolean> {
  const found = await tx
    .selectFrom('chat_gateways')
    .select('gateway')
    .where('court_id', '=', courtId)
    .where('gateway', '=', gateway)
    .where('state', '=', 'up')
    .where('heard_at', '>', new Date(app.wallClock().getTime() - SILENT_MS))
    .executeTakeFirst();
  return found !== undefined;
}

/** Where a court has not said otherwise. */
export const FAILOVER_MINUTES = 30;

/** Minutes that the court of a row `w` waits for its gateway before it says by SMS what is due. */
export const failoverMinutes: RawBuilder<number> = sql`coalesce((
  select (c.settings ->> 'chatFailoverMinutes')::int from courts c where c.court_id = w.court_id), ${FAILOVER_MINUTES})`;
