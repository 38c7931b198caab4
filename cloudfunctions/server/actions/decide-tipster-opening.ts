import { OPENING_HOURS } from '../../../shared/cases/tip';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { ring } from '../rings';
import { openOpening } from '../tips/openings';

export const decideTipsterOpening: Handler<'decide-tipster-opening'> = async (input, context) => {
  const { tx, courtId, caller, now } = context;
  const row = await openOpening(context, input.openingId);
  if (row.asked_by === caller.accountId) throw new Refusal('opening-own');
  if (row.state !== 'asked') throw new Refusal('opening-decided');
  const isGranted = input.decision === 'granted';
  await tx
    .updateTable('tipster_openings')
    .set({
      state: input.decision,
      decided_by: caller.accountId,
      decided_at: now,
      note: input.note || null,
      expires_at: isGranted ? new Date(now.getTime() + OPENING_HOURS * 3_600_000) : null,
    })
    .where('court_id', '=', courtId)
    .where('opening_id', '=', row.opening_id)
    .execute();
  await ring(context, [row.asked_by], { kind: 'approval', aboutId: row.opening_id, step: 2 });
  await context.audit('court', 'decide-tipster-opening', {
    openingId: row.opening_id,
    decision: input.decision,
    askedBy: row.asked_by,
  });
  return { done: true };
};
