import type { Session } from '../tokens';
import type { Db } from './connect';

/** Of the court that the door belongs to, where it is named; the same person may be known to several. */
export async function findAccountByOpenid(
  { db, courtId }: { db: Db; courtId: string | null },
  openid: string,
): Promise<Session | null> {
  const account = await db
    .selectFrom('accounts')
    .select(['court_id', 'account_id'])
    .where('openid', '=', openid)
    .where('disabled_at', 'is', null)
    .$if(courtId !== null, (accounts) => accounts.where('court_id', '=', courtId!))
    .executeTakeFirst();
  return account ? { courtId: account.court_id, accountId: account.account_id, viaWechat: true } : null;
}
