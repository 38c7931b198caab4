import type { Handler } from '../context';
import { addMessage } from '../tips/messages';
import { openTip } from '../tips/rows';

export const askTipster: Handler<'ask-tipster'> = async ({ tipId, words }, context) => {
  const row = await openTip(context, tipId);
  await addMessage(context, row, { side: 'court', accountId: context.caller.accountId }, words);
  await context.audit('court', 'ask-tipster', { seq: row.seq });
  return { done: true };
};
