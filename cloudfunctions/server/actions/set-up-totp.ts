import QRCode from 'qrcode';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { type Credentials, changeCredentials, ownCredentials, spendCode } from '../credentials';
import { newTotpSecret, totpUri } from '../one-time-codes';
import { SEALED } from '../sensitive';
import { countFailure, refuseHaste } from '../sign-in-failures';

export const setUpTotp: Handler<'set-up-totp'> = async ({ code }, context) => {
  const { app, caller } = context;
  const own = await ownCredentials(context);
  if (own.totp_confirmed_at !== null) await proveAgain(context, own, code ?? '');
  const secret = newTotpSecret(app.random);
  await changeCredentials(context, caller.accountId, {
    totp_next_sealed: app.vault.seal(SEALED.totpSecret, secret),
  });
  await context.audit('court', 'set-up-totp');
  const uri = totpUri(secret, own.login_name);
  const qr = await QRCode.toDataURL(uri, { margin: 2, width: 320 });
  return { uri, qr, secret: secret.match(/.{1,4}/g)!.join(' ') };
};

/** An open session is not enough to take the codes away from their owner. */
async function proveAgain(context: SignedIn, own: Credentials, code: string): Promise<void> {
  const subject = `codes ${own.account_id}`;
  await refuseHaste(context, subject);
  if (await spendCode(context, own, code, true)) return;
  await countFailure(context, subject);
  await context.audit('court', 'code-refused');
  throw new Refusal('code-wrong').keepingFacts();
}
