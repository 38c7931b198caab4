import type { InputOf } from '../../../shared/actions';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { changeCredentials, createCredentials, credentialsOf, givePassword } from '../credentials';
import { SEALED } from '../sensitive';
import { revokeAll } from '../sessions';
import { staffAccount } from '../staff';

type Input = InputOf<'save-account'>;

export const saveAccount: Handler<'save-account'> = async (input, context) => {
  const accountId = input.accountId ?? (await addAccount(input, context));
  if (input.accountId) await changeAccount(input, accountId, context);
  const oneTimePassword = await saveSignIn(input, accountId, context);
  await context.audit('court', 'save-account', {
    accountId,
    isNew: input.accountId === undefined,
    disabled: input.disabled ?? null,
    passwordGiven: oneTimePassword !== null,
  });
  return { accountId, oneTimePassword };
};

async function addAccount(input: Input, context: SignedIn): Promise<string> {
  const { app, tx, courtId, now } = context;
  const accountId = app.newId('account');
  await tx
    .insertInto('accounts')
    .values({
      court_id: courtId,
      account_id: accountId,
      name: input.name,
      ...phoneColumns(input, context),
      created_at: now,
    })
    .execute();
  return accountId;
}

async function changeAccount(input: Input, accountId: string, context: SignedIn): Promise<void> {
  const { tx, courtId, caller, now } = context;
  const { disabled_at: before } = await staffAccount(context, accountId);
  if (input.disabled && accountId === caller.accountId) throw new Refusal('own-account');
  const disabled = input.disabled ?? before !== null;
  await tx
    .updateTable('accounts')
    .set({
      name: input.name,
      ...phoneColumns(input, context),
      disabled_at: disabled ? (before ?? now) : null,
    })
    .where('court_id', '=', courtId)
    .where('account_id', '=', accountId)
    .execute();
  if (disabled) await revokeAll(context, accountId, 'account-disabled');
}

function phoneColumns({ phone }: Input, { app }: SignedIn) {
  if (phone === undefined) return {};
  return {
    phone_sealed: app.vault.seal(SEALED.phone, phone),
    phone_index: app.vault.index(SEALED.phone, phone),
  };
}

/** Login name and password; the new password, where there is one. */
async function saveSignIn(input: Input, accountId: string, context: SignedIn): Promise<string | null> {
  const own = await credentialsOf(context, accountId);
  if (!own) {
    if (input.loginName) return createCredentials(context, accountId, input.loginName);
    if (input.resetSignIn) throw new Refusal('login-name-needed');
    return null;
  }
  if (input.loginName && input.loginName !== own.login_name)
    await rename(context, accountId, input.loginName);
  return input.resetSignIn ? reset(context, accountId) : null;
}

async function rename(context: SignedIn, accountId: string, loginName: string): Promise<void> {
  const taken = await context.tx
    .selectFrom('credentials')
    .select('account_id')
    .where('court_id', '=', context.courtId)
    .where('login_name', '=', loginName)
    .executeTakeFirst();
  if (taken) throw new Refusal('login-name-taken');
  await changeCredentials(context, accountId, { login_name: loginName });
}

/** What he knew and what he had are gone; so is every place where he was signed in. */
async function reset(context: SignedIn, accountId: string): Promise<string> {
  const { tx, courtId } = context;
  const { shown, columns } = await givePassword(context);
  await changeCredentials(context, accountId, {
    ...columns,
    totp_secret_sealed: null,
    totp_next_sealed: null,
    totp_confirmed_at: null,
  });
  for (const table of ['recovery_codes', 'known_devices'] as const) {
    await tx.deleteFrom(table).where('court_id', '=', courtId).where('account_id', '=', accountId).execute();
  }
  await revokeAll(context, accountId, 'sign-in-reset');
  return shown;
}
