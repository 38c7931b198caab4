import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { changeCredentials, ownCredentials } from '../credentials';
import { hashOfCode, newRecoveryCodes, stepOfCode } from '../one-time-codes';
import { SEALED } from '../sensitive';
import { revokeAll } from '../sessions';
import { countFailure, forgetFailures, refuseHaste } from '../sign-in-failures';

export const confirmTotp: Handler<'confirm-totp'> = async ({ code }, context) => {
  const { app, caller, now } = context;
  const own = await ownCredentials(context);
  const sealed = own.totp_next_sealed;
  if (!sealed) throw new Refusal('set-up-not-begun');
  const subject = `codes ${own.account_id}`;
  await refuseHaste(context, subject);
  const secret = app.vault.open(SEALED.totpSecret, sealed);
  const step = stepOfCode(secret, code.replace(/\s/g, ''), app.wallClock());
  if (step === null) {
    await countFailure(context, subject);
    await context.audit('court', 'code-refused');
    throw new Refusal('code-wrong').keepingFacts();
  }
  await forgetFailures(context, subject);
  await changeCredentials(context, caller.accountId, {
    totp_secret_sealed: sealed,
    totp_next_sealed: null,
    totp_confirmed_at: now,
    totp_last_step: step,
  });
  await revokeAll(context, caller.accountId, 'codes-changed', caller.signIn?.sessionId);
  await context.audit('court', 'confirm-totp');
  return { recoveryCodes: await replaceRecoveryCodes(context) };
};

async function replaceRecoveryCodes({ app, tx, courtId, caller }: SignedIn): Promise<string[]> {
  const codes = newRecoveryCodes(app.random);
  const whose = { court_id: courtId, account_id: caller.accountId };
  await tx
    .deleteFrom('recovery_codes')
    .where('court_id', '=', courtId)
    .where('account_id', '=', caller.accountId)
    .execute();
  await tx
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ ...whose, code_hash: hashOfCode(code) })))
    .execute();
  return codes;
}
