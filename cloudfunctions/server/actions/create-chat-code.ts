import { randomInt } from 'node:crypto';
import type { Handler } from '../context';
import { SEALED } from '../sensitive';

const LIFETIME_MS = 10 * 60_000;
const MOST_TRIES = 20;

export const createChatCode: Handler<'create-chat-code'> = async (_input, context) => {
  const { app, tx, courtId, caller } = context;
  const now = app.wallClock();
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  await tx.deleteFrom('chat_codes').where('court_id', '=', courtId).where('expires_at', '<=', now).execute();
  await tx
    .deleteFrom('chat_codes')
    .where('court_id', '=', courtId)
    .where('account_id', '=', caller.accountId)
    .execute();
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('chat_codes')
      .values({
        court_id: courtId,
        code_index: app.vault.index(SEALED.chatCode, code),
        account_id: caller.accountId,
        expires_at: expiresAt,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) continue;
    await context.audit('court', 'create-chat-code', { accountId: caller.accountId });
    return { code, expiresAt: expiresAt.toISOString() };
  }
  throw new Error('no code of six digits is free');
};
