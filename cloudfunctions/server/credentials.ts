import type { Selectable } from 'kysely';
import { spellAloud } from '../../shared/ids';
import { Refusal } from '../../shared/refusal';
import type { SetUp } from './caller';
import type { Context, SignedIn } from './context';
import { hashOfCode, stepOfCode } from './one-time-codes';
import { SEALED } from './sensitive';
import type { CredentialsTable } from './storage/database';

export type Credentials = Selectable<CredentialsTable>;

type Here = Pick<Context, 'app' | 'tx' | 'courtId' | 'now'>;

/** Who may sign in under this name: nobody, if the account was disabled. */
export function credentialsNamed({ tx, courtId }: Pick<Here, 'tx' | 'courtId'>, loginName: string) {
  return tx
    .selectFrom('credentials as k')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'k.court_id').onRef('a.account_id', '=', 'k.account_id'),
    )
    .selectAll('k')
    .where('k.court_id', '=', courtId)
    .where('k.login_name', '=', loginName)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** The caller's own; refuses whoever signs in without a password. */
export async function ownCredentials({ tx, courtId, caller }: SignedIn): Promise<Credentials> {
  const found = await credentialsOf({ tx, courtId }, caller.accountId);
  if (!found) throw new Refusal('password-not-yours');
  return found;
}

export function credentialsOf({ tx, courtId }: Pick<Here, 'tx' | 'courtId'>, accountId: string) {
  return tx
    .selectFrom('credentials')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

export async function changeCredentials(
  { tx, courtId }: Pick<Here, 'tx' | 'courtId'>,
  accountId: string,
  change: Partial<Omit<Credentials, 'court_id' | 'account_id'>>,
): Promise<void> {
  await tx
    .updateTable('credentials')
    .set(change)
    .where('court_id', '=', courtId)
    .where('account_id', '=', accountId)
    .execute();
}

export function nextStep(of: Pick<Credentials, 'must_change' | 'totp_confirmed_at'>): SetUp | null {
  if (of.must_change) return 'password';
  return of.totp_confirmed_at === null ? 'one-time-codes' : null;
}

/** Gives somebody a login name and a password for the first sign-in, which is answered this once. */
export async function createCredentials(here: Here, accountId: string, loginName: string): Promise<string> {
  const { shown, columns } = await givePassword(here);
  const added = await here.tx
    .insertInto('credentials')
    .values({ court_id: here.courtId, account_id: accountId, login_name: loginName, ...columns })
    .onConflict((c) => c.columns(['court_id', 'login_name']).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal('login-name-taken');
  return shown;
}

const GIVEN_FOR_MS = 7 * 24 * 3_600_000;

/** A password for one first sign-in within a week, e.g. `K7M2-9QXR-T3VA`. */
export async function givePassword({ app }: Pick<Here, 'app'>) {
  const shown = spellAloud(app.random(12)).match(/.{4}/g)!.join('-');
  return {
    shown,
    columns: {
      password_hash: await app.passwords.hash(shown),
      must_change: true,
      given_until: new Date(app.wallClock().getTime() + GIVEN_FOR_MS),
    },
  };
}

export async function isPassword(
  { app }: Pick<Here, 'app'>,
  of: Credentials | null,
  password: string,
): Promise<boolean> {
  const matches = await app.passwords.matches(password, of?.password_hash ?? null);
  const isOver = of?.given_until != null && of.given_until <= app.wallClock();
  return matches && !isOver;
}

/** Nobody's secret: what is computed where nobody has the login name. */
const DECOY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/**
 * Is this a code of his, and unused? A code of the telephone or of the paper is spent only if
 * everything else was right, in the same statement that checks it, so that of two at once one wins.
 */
export async function spendCode(
  here: Here,
  of: Credentials | null,
  code: string,
  spend: boolean,
): Promise<boolean> {
  const { app, tx, courtId } = here;
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return spendRecoveryCode(here, of, code, spend);
  const sealed = of?.totp_secret_sealed;
  const step = stepOfCode(
    sealed ? app.vault.open(SEALED.totpSecret, sealed) : DECOY,
    digits,
    app.wallClock(),
  );
  if (!of || !sealed || step === null || !spend) return false;
  const spent = await tx
    .updateTable('credentials')
    .set({ totp_last_step: step })
    .where('court_id', '=', courtId)
    .where('account_id', '=', of.account_id)
    .where((e) => e.or([e('totp_last_step', 'is', null), e('totp_last_step', '<', step)]))
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

async function spendRecoveryCode(
  { tx, courtId, now }: Here,
  of: Credentials | null,
  code: string,
  spend: boolean,
): Promise<boolean> {
  const hash = hashOfCode(code);
  if (!of || !spend) return false;
  const spent = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('court_id', '=', courtId)
    .where('account_id', '=', of.account_id)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}
