import { sql } from 'kysely';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { openIdentity } from '../rewards/tipster';
import { isOpenTo, openOpening } from '../tips/openings';
import { watermark } from '../watermark';

export const openTipster: Handler<'open-tipster'> = async ({ openingId }, context) => {
  const row = await openOpening(context, openingId);
  if (!isOpenTo(context, row)) throw new Refusal('opening-closed');
  const identity = await openIdentity(context, row.tip_id);
  await context.tx
    .updateTable('tipster_openings')
    .set({ opened: sql`opened + 1` })
    .where('court_id', '=', context.courtId)
    .where('opening_id', '=', openingId)
    .execute();
  await context.audit('court', 'open-tipster', {
    openingId,
    tipId: row.tip_id,
    reason: row.reason,
    approvedBy: row.decided_by,
  });
  return { ...identity, watermark: watermark(context) };
};
