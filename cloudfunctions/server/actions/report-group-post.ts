import type { Handler } from '../context';

/** Once said, or once in doubt, it is not said again: the key of the week and of the day stays taken. */
export const reportGroupPost: Handler<'report-group-post'> = async ({ key, outcome, reason }, context) => {
  const { tx, courtId } = context;
  await tx
    .updateTable('chat_posts')
    .set({ outcome, reason: reason ?? null })
    .where('court_id', '=', courtId)
    .where('post_id', '=', key)
    .where('outcome', 'is', null)
    .execute();
  await context.audit('court', 'report-group-post', { postId: key, outcome, reason: reason ?? null });
  return { done: true };
};
