import { createHash, randomBytes } from 'node:crypto';
import { dayAt } from '../../shared/day';
import type { App } from '../server/app';
import { appendAudit } from '../server/audit';
import { SetupError } from '../server/settings';
import type { Tx } from '../server/storage/connect';

export interface BotSecret {
  botId: string;
  /** Shown this once; the database keeps a hash. */
  secret: string;
}

const NAME = '聊天机器人';

/** The court's bot and a secret for it. One that was there before keeps its account, loses its secret and is signed out. */
export async function createBot(app: App): Promise<BotSecret> {
  const secret = randomBytes(32).toString('base64url');
  const secretHash = createHash('sha256').update(secret).digest('base64url');
  return app.db.transaction().execute(async (tx) => {
    const court = await tx.selectFrom('courts').select('court_id').orderBy('court_id').executeTakeFirst();
    if (!court)
      throw new SetupError('The database holds no court yet; add its row to the table courts first.');
    const courtId = court.court_id;
    const now = app.now();
    const botId = (await knownBot(tx, courtId)) ?? (await addBot(app, tx, courtId));
    await tx
      .insertInto('bots')
      .values({ court_id: courtId, account_id: botId, secret_hash: secretHash, created_at: now })
      .onConflict((c) =>
        c.columns(['court_id', 'account_id']).doUpdateSet({ secret_hash: secretHash, created_at: now }),
      )
      .execute();
    await tx
      .updateTable('sessions')
      .set({ revoked_at: now, revoked_reason: 'secret-changed' })
      .where('court_id', '=', courtId)
      .where('account_id', '=', botId)
      .where('revoked_at', 'is', null)
      .execute();
    const line = { courtId, subject: 'court', at: now, actor: 'command', action: 'create-bot' };
    await appendAudit(tx, { ...line, facts: { accountId: botId } });
    return { botId, secret };
  });
}

async function knownBot(tx: Tx, courtId: string): Promise<string | undefined> {
  const bot = await tx
    .selectFrom('bots')
    .select('account_id')
    .where('court_id', '=', courtId)
    .executeTakeFirst();
  return bot?.account_id;
}

async function addBot(app: App, tx: Tx, courtId: string): Promise<string> {
  const botId = app.newId('account');
  const now = app.now();
  await tx
    .insertInto('accounts')
    .values({ court_id: courtId, account_id: botId, name: NAME, created_at: now })
    .execute();
  const grant = { role: 'bot' as const, valid_from: dayAt(now), granted_by: 'command', granted_at: now };
  await tx
    .insertInto('role_grants')
    .values({ court_id: courtId, account_id: botId, ...grant })
    .execute();
  return botId;
}
