import type { Session } from '../tokens';
import type { Db } from './connect';

export async function findAccountByOpenid(db: Db, openid: string): Promise<Session | null> {
  const account = await db
    .selectFrom('accounts')
    .select(['court_id', 'account_id'])
    .where('openid', '=', openid)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return account ? { courtId: account.court_id, accountId: account.account_id, viaWechat: true } : null;
}
