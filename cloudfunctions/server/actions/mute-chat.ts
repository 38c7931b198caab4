import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';

export const muteChat: Handler<'mute-chat'> = async ({ muted }, context) => {
  const { tx, courtId, caller } = context;
  const changed = await tx
    .updateTable('chat_bindings')
    .set({ muted })
    .where('court_id', '=', courtId)
    .where('account_id', '=', caller.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Refusal('chat-not-bound');
  await context.audit('court', 'mute-chat', { accountId: caller.accountId, muted });
  return { muted };
};
