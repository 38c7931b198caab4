import type { Handler } from '../context';

export const setChatFailover: Handler<'set-chat-failover'> = async ({ minutes }, context) => {
  const { tx, courtId } = context;
  const { settings } = await tx
    .selectFrom('courts')
    .select('settings')
    .where('court_id', '=', courtId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('courts')
    .set({ settings: JSON.stringify({ ...(settings as object), chatFailoverMinutes: minutes }) })
    .where('court_id', '=', courtId)
    .execute();
  await context.audit('court', 'set-chat-failover', { minutes });
  return { done: true };
};
