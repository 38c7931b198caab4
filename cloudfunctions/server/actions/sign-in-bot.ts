import { createHash, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../../shared/refusal';
import type { PublicHandler } from '../context';
import { openSession } from '../sessions';

export const signInBot: PublicHandler<'sign-in-bot'> = async ({ botId, secret }, context) => {
  const { tx, courtId, now } = context;
  const bot = await tx
    .selectFrom('bots')
    .select(['account_id', 'secret_hash'])
    .where('court_id', '=', courtId)
    .where('account_id', '=', botId)
    .executeTakeFirst();
  if (!isSecret(secret, bot?.secret_hash ?? '') || !bot) {
    await context.audit('court', 'sign-in-bot-refused', {});
    throw new Refusal('bot-secret-wrong').keepingFacts();
  }
  // Its tokens are for ten minutes; what is older than a day is of no use to anybody.
  await tx
    .deleteFrom('sessions')
    .where('court_id', '=', courtId)
    .where('account_id', '=', botId)
    .where('created_at', '<', new Date(now.getTime() - DAY_MS))
    .execute();
  const { token, expiresAt, sessionId } = await openSession(context, bot.account_id, { how: 'bot' });
  await context.audit('court', 'sign-in-bot', { accountId: bot.account_id, sessionId });
  return { token, expiresAt };
};

const DAY_MS = 24 * 3_600_000;

const digest = (text: string) => createHash('sha256').update(text).digest();

function isSecret(secret: string, hash: string): boolean {
  const kept = Buffer.from(hash, 'base64url');
  return timingSafeEqual(digest(secret), kept.length === 32 ? kept : Buffer.alloc(32));
}
