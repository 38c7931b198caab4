import { passwordFault } from '../../../shared/cases/password';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { changeCredentials, isPassword, nextStep, ownCredentials } from '../credentials';
import { revokeAll } from '../sessions';
import { countFailure, forgetFailures, refuseHaste } from '../sign-in-failures';

export const changePassword: Handler<'change-password'> = async ({ before, password }, context) => {
  const { app, caller } = context;
  const own = await ownCredentials(context);
  // Whoever found an open session must not find the password by trying.
  const subject = `change ${caller.accountId}`;
  await refuseHaste(context, subject);
  if (!(await isPassword(context, own, before))) {
    await countFailure(context, subject);
    await context.audit('court', 'password-refused');
    throw new Refusal('password-wrong').keepingFacts();
  }
  const sentence = passwordFault(password, { loginName: own.login_name, before });
  if (sentence) throw new Refusal('input-wrong', { sentence });
  await forgetFailures(context, subject);
  const change = {
    password_hash: await app.passwords.hash(password),
    must_change: false,
    given_until: null,
  };
  await changeCredentials(context, caller.accountId, change);
  await revokeAll(context, caller.accountId, 'password-changed', caller.signIn?.sessionId);
  await context.audit('court', 'change-password');
  return { setUp: nextStep({ ...own, ...change }) };
};
