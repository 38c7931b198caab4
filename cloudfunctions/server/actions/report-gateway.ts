import type { Handler } from '../context';

/** By the clock on the wall: a demonstration that jumps a week ahead has not lost its gateway for a week. */
export const reportGateway: Handler<'report-gateway'> = async ({ gateway, state, since }, context) => {
  const { app, tx, courtId } = context;
  const at = app.wallClock();
  const before = await tx
    .selectFrom('chat_gateways')
    .select('state')
    .where('court_id', '=', courtId)
    .where('gateway', '=', gateway)
    .forUpdate()
    .executeTakeFirst();
  const isUp = state === 'up';
  await tx
    .insertInto('chat_gateways')
    .values({
      court_id: courtId,
      gateway,
      state,
      since: new Date(since),
      heard_at: at,
      up_at: isUp ? at : null,
      failed_over_at: null,
    })
    .onConflict((c) =>
      c.columns(['court_id', 'gateway']).doUpdateSet({
        state,
        since: new Date(since),
        heard_at: at,
        ...(isUp ? { up_at: at, failed_over_at: null } : {}),
      }),
    )
    .execute();
  if (before?.state !== state) await context.audit('court', 'report-gateway', { gateway, state });
  return { done: true };
};
