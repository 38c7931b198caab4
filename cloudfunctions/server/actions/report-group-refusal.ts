import type { Handler } from '../context';

export const reportGroupRefusal: Handler<'report-group-refusal'> = async (input, context) => {
  const { tx, courtId } = context;
  const { gateway, key, fault } = input;
  if (key) {
    await tx
      .updateTable('chat_posts')
      .set({ outcome: 'refused', reason: fault })
      .where('court_id', '=', courtId)
      .where('post_id', '=', key)
      .where('outcome', 'is', null)
      .execute();
  }
  await context.audit('court', 'report-group-refusal', { gateway, postId: key ?? null, fault });
  return { done: true };
};
