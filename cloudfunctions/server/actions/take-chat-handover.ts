import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';

export const takeChatHandover: Handler<'take-chat-handover'> = async ({ handoverId }, context) => {
  const { tx, courtId, caller, now } = context;
  const row = await tx
    .selectFrom('chat_handovers')
    .select('taken_by')
    .where('court_id', '=', courtId)
    .where('handover_id', '=', handoverId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('handover-unknown');
  if (row.taken_by && row.taken_by !== caller.accountId) throw new Refusal('handover-taken');
  await tx
    .updateTable('chat_handovers')
    .set({ taken_by: caller.accountId, taken_at: now })
    .where('court_id', '=', courtId)
    .where('handover_id', '=', handoverId)
    .execute();
  await context.audit('court', 'take-chat-handover', { handoverId });
  return { done: true };
};
