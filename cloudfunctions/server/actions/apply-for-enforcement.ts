import { COURSE } from '../../../shared/cases/wording';
import { showDay } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import { ensureCan, openCase } from '../cases';
import type { Handler } from '../context';
import { enforcementRoad } from '../enforcement-road';
import { addToTimeline } from '../storage/timeline';

export const applyForEnforcement: Handler<'apply-for-enforcement'> = async (input, context) => {
  const { row } = await openCase(context, input.caseId);
  const road = await enforcementRoad(context, row);
  await context.audit(row.case_id, 'apply-for-enforcement', { again: road.appliedOn !== null });
  if (road.appliedOn) return { done: true };
  ensureCan('applyForEnforcement', row.status, '申请执行');
  if (!road.open) throw new Refusal('enforcement-not-yet', { day: showDay(road.openFrom) });
  await context.tx
    .insertInto('enforcement_applications')
    .values({
      court_id: context.courtId,
      case_id: row.case_id,
      applied_by: context.caller.accountId,
      applied_at: context.now,
    })
    .execute();
  await addToTimeline(context, row.case_id, COURSE.enforcementApplied, ['court', 'obligee']);
  return { done: true };
};
