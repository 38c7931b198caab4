import type { Handler } from '../context';
import { openTip } from '../tips/rows';

const A_DAY_MS = 24 * 3_600_000;

export const blockTipSender: Handler<'block-tip-sender'> = async ({ tipId, days, reason }, context) => {
  const { app, tx, courtId, caller, now } = context;
  const { sender_index, seq } = await openTip(context, tipId);
  await tx
    .updateTable('tip_blocks')
    .set({ until: now })
    .where('court_id', '=', courtId)
    .where('sender_index', '=', sender_index)
    .where('until', '>', now)
    .execute();
  if (days > 0) {
    await tx
      .insertInto('tip_blocks')
      .values({
        court_id: courtId,
        block_id: app.newId('block'),
        tip_id: tipId,
        sender_index,
        until: new Date(now.getTime() + days * A_DAY_MS),
        reason,
        made_by: caller.accountId,
        at: now,
      })
      .execute();
  }
  await context.audit('court', 'block-tip-sender', { seq, days });
  return { done: true };
};
