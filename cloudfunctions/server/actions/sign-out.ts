import type { Handler } from '../context';
import { revoke } from '../sessions';

export const signOut: Handler<'sign-out'> = async (_input, context) => {
  const { courtId, caller } = context;
  const { accountId, signIn } = caller;
  if (signIn) await revoke(context, { courtId, accountId, signIn }, 'signed-out');
  await context.audit('court', 'sign-out', { sessionId: signIn?.sessionId ?? null });
  return { done: true };
};
