import { sql } from 'kysely';
import type { Handler } from '../context';
import { SEALED } from '../sensitive';

const MOST = 100;

export const listChatHandovers: Handler<'list-chat-handovers'> = async ({ taken }, context) => {
  const { tx, courtId, caller } = context;
  const rows = await tx
    .selectFrom('chat_handovers as h')
    .leftJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'h.court_id').onRef('a.account_id', '=', 'h.account_id'),
    )
    .leftJoin('accounts as k', (j) =>
      j.onRef('k.court_id', '=', 'h.court_id').onRef('k.account_id', '=', 'h.taken_by'),
    )
    .selectAll('h')
    .select(['a.name', 'a.phone_sealed', 'k.name as taker'])
    .where('h.court_id', '=', courtId)
    .where('h.taken_at', taken ? 'is not' : 'is', null)
    .orderBy(sql`h.taken_at desc nulls first`)
    .orderBy(sql`h.reason = 'distress'`, 'desc')
    .orderBy('h.at')
    .limit(MOST)
    .execute();
  const open = (of: string, field: string, value: string) =>
    context.openSealed({ subject: 'court', of, field, value });
  return {
    handovers: rows.map((row) => ({
      handoverId: row.handover_id,
      reason: row.reason,
      audience: row.audience,
      name: row.name,
      // Only whoever took the talk is to call.
      phone:
        row.account_id && row.phone_sealed && row.taken_by === caller.accountId
          ? open(row.account_id, SEALED.phone, row.phone_sealed)
          : null,
      gateway: row.gateway,
      text: open(row.account_id ?? row.handover_id, SEALED.chatText, row.text_sealed),
      at: row.at.toISOString(),
      takenBy: row.taker,
      takenAt: row.taken_at?.toISOString() ?? null,
    })),
  };
};
