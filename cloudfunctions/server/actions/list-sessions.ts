import type { Handler } from '../context';

const MOST = 50;

export const listSessions: Handler<'list-sessions'> = async (_input, { app, tx, courtId, caller }) => {
  const rows = await tx
    .selectFrom('sessions')
    .select(['session_id', 'device', 'created_at', 'last_used_at'])
    .where('court_id', '=', courtId)
    .where('account_id', '=', caller.accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', app.wallClock())
    .orderBy('last_used_at', 'desc')
    .limit(MOST)
    .execute();
  return {
    sessions: rows.map((row) => ({
      sessionId: row.session_id,
      device: row.device,
      since: row.created_at.toISOString(),
      lastUsed: row.last_used_at.toISOString(),
      isThis: row.session_id === caller.signIn?.sessionId,
    })),
  };
};
