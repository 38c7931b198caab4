import type { InputOf } from '../../../shared/actions';
import { failureSubject, networkOf } from '../../../shared/cases/lock-out';
import { Refusal } from '../../../shared/refusal';
import type { Context, PublicHandler } from '../context';
import { type Credentials, credentialsNamed, isPassword, nextStep, spendCode } from '../credentials';
import { knownDevice, rememberDevice } from '../known-devices';
import { openSession } from '../sessions';
import { countFailure, forgetFailures, refuseHaste } from '../sign-in-failures';

type Input = InputOf<'sign-in'>;

export const signIn: PublicHandler<'sign-in'> = async (input, context) => {
  const named = (await credentialsNamed(context, input.loginName)) ?? null;
  const known = await knownDevice(context, named?.account_id ?? null, input.deviceToken);
  const network = networkOf(context.clientAddress);
  const subject = failureSubject(input.loginName, { network, knownDevice: known });
  await refuseHaste(context, subject);
  const proven = await prove(input, context, named);
  if (!proven) {
    await countFailure(context, subject);
    await context.audit('court', 'sign-in-refused', { accountId: named?.account_id ?? null });
    throw new Refusal('sign-in-wrong').keepingFacts();
  }
  await forgetFailures(context, subject);
  const accountId = proven.account_id;
  const deviceToken = await rememberDevice(context, accountId, input.deviceToken);
  const { sessionId, ...pair } = await openSession(context, accountId, {
    how: 'password',
    device: input.device,
  });
  await context.audit('court', 'sign-in', { accountId, sessionId });
  return { ...pair, deviceToken, setUp: nextStep(proven) };
};

/** Every step is taken whether or not the one before went well, so that nobody learns from the time it took. */
async function prove(input: Input, context: Context, named: Credentials | null): Promise<Credentials | null> {
  const knows = await isPassword(context, named, input.password);
  const needsCode = named === null || named.totp_confirmed_at !== null;
  const has = await spendCode(context, named, input.code ?? '', knows && needsCode);
  return knows && (has || !needsCode) ? named : null;
}
