import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';

export const endChatBinding: Handler<'end-chat-binding'> = async ({ chatId }, context) => {
  const { tx, courtId, caller, now } = context;
  const ended = await tx
    .updateTable('chat_bindings')
    .set({ ended_at: now })
    .where('court_id', '=', courtId)
    .where('chat_id', '=', chatId)
    .where('account_id', '=', caller.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw new Refusal('chat-unknown');
  await context.audit('court', 'end-chat-binding', { chatId });
  return { done: true };
};
