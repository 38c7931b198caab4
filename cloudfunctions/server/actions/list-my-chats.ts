import type { Handler } from '../context';

export const listMyChats: Handler<'list-my-chats'> = async (_input, { tx, courtId, caller }) => {
  const rows = await tx
    .selectFrom('chat_bindings')
    .select(['chat_id', 'gateway', 'bound_at', 'last_used_at', 'muted'])
    .where('court_id', '=', courtId)
    .where('account_id', '=', caller.accountId)
    .where('ended_at', 'is', null)
    .orderBy('bound_at', 'desc')
    .execute();
  return {
    chats: rows.map((row) => ({
      chatId: row.chat_id,
      gateway: row.gateway,
      since: row.bound_at.toISOString(),
      lastUsed: row.last_used_at?.toISOString() ?? null,
      muted: row.muted,
    })),
  };
};
