import type { Handler } from '../context';
import { setSendingHere, showSending } from '../sending';

export const setSending: Handler<'set-sending'> = async (wish, context) => {
  const sending = await setSendingHere(context, wish);
  await context.audit('court', 'set-sending', { trial: sending.trial, allowed: sending.allow.length });
  return showSending(sending);
};
