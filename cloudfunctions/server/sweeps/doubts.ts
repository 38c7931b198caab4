import { sql } from 'kysely';
import { pauseBeforeAsk } from '../../../shared/reminders/asks';
import type { Tx } from '../storage/connect';

/**
 * Nobody knows whether these arrived, and their carrier can be asked: it will be. What was told of by another's
 * message is not asked for by itself.
 */
export async function doubt(
  tx: Tx,
  notices: readonly { courtId: string; noticeId: string }[],
  now: Date,
): Promise<void> {
  if (notices.length === 0) return;
  const askAt = new Date(now.getTime() + pauseBeforeAsk(0)!);
  await sql`
    insert into doubts (court_id, notice_id, channel, ask_at)
    select n.court_id, n.notice_id, n.channel, ${askAt}
    from unnest(${notices.map((n) => n.courtId)}::text[], ${notices.map((n) => n.noticeId)}::text[])
      as k(court_id, notice_id)
    join notices n on n.court_id = k.court_id and n.notice_id = k.notice_id
    where n.told_with is null
    on conflict do nothing`.execute(tx);
}
