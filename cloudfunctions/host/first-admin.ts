import { dayAt } from '../../shared/day';
import type { App } from '../server/app';
import { appendAudit } from '../server/audit';
import { createCredentials } from '../server/credentials';
import { ownCourt } from '../server/own-court';
import { SEALED } from '../server/sensitive';
import { SetupError } from '../server/settings';
import type { Tx } from '../server/storage/connect';

export interface NewAdmin {
  name: string;
  loginName: string;
  phone?: string | undefined;
}

/** Adds an administrator, who adds everybody else; answers the password for his first sign-in. */
export async function createAdmin(app: App, wanted: NewAdmin): Promise<string> {
  checkAdmin(wanted);
  return app.db.transaction().execute(async (tx) => {
    const courtId = await ownCourt(app, tx);
    if (!courtId)
      throw new SetupError(
        `The database holds no court${app.courtId ? ` ${app.courtId}` : ''} yet; add its row to the table courts first.`,
      );
    await refuseTaken(tx, courtId, wanted.loginName);
    const accountId = app.newId('account');
    const now = app.now();
    const { phone } = wanted;
    await tx
      .insertInto('accounts')
      .values({
        court_id: courtId,
        account_id: accountId,
        name: wanted.name,
        phone_sealed: phone ? app.vault.seal(SEALED.phone, phone) : null,
        phone_index: phone ? app.vault.index(SEALED.phone, phone) : null,
        created_at: now,
      })
      .execute();
    const grant = { role: 'admin' as const, valid_from: dayAt(now), granted_by: 'command', granted_at: now };
    await tx
      .insertInto('role_grants')
      .values({ court_id: courtId, account_id: accountId, ...grant })
      .execute();
    const password = await createCredentials({ app, tx, courtId, now }, accountId, wanted.loginName);
    const line = { courtId, subject: 'court', at: now, actor: 'command', action: 'create-admin' };
    await appendAudit(tx, { ...line, facts: { accountId } });
    return password;
  });
}

function checkAdmin({ name, loginName, phone }: NewAdmin): void {
  if (name.trim().length < 2) throw new SetupError('Say who it is: --name 张三.');
  if (!/^[a-z][a-z0-9.-]{2,31}$/.test(loginName)) {
    throw new SetupError('--login takes 3 to 32 small letters, digits, dots and hyphens, a letter first.');
  }
  if (phone !== undefined && !/^1\d{10}$/.test(phone)) {
    throw new SetupError('--phone takes a mobile number of 11 digits.');
  }
}

async function refuseTaken(tx: Tx, courtId: string, loginName: string): Promise<void> {
  const taken = await tx
    .selectFrom('credentials')
    .select('account_id')
    .where('court_id', '=', courtId)
    .where('login_name', '=', loginName)
    .executeTakeFirst();
  if (taken) throw new SetupError(`Somebody signs in as ${loginName} already; choose another --login.`);
}
