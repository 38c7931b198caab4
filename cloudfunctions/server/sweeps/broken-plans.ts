import { SWEEP_COURSE } from '../../../shared/reminders/wording';
import { appendAudit } from '../audit';
import type { Tx } from '../storage/connect';
import type { SnapshotOfCase } from '../storage/reminder-snapshots';
import { addToTimeline } from '../storage/timeline';
import { SWEEP } from './actor';

/** An agreed instalment passed without its money: the court's desk shows it, and both sides see it in the course. */
export async function noteBrokenPlans(tx: Tx, broken: readonly SnapshotOfCase[], now: Date): Promise<void> {
  for (const { courtId, caseId, planId } of broken) {
    await tx
      .updateTable('plans')
      .set({ state: 'broken' })
      .where('court_id', '=', courtId)
      .where('plan_id', '=', planId)
      .execute();
    const line = { courtId, subject: caseId, at: now, actor: SWEEP, action: 'instalment-missed' };
    await appendAudit(tx, { ...line, facts: { planId } });
    await addToTimeline({ tx, courtId, now }, caseId, SWEEP_COURSE.instalmentMissed);
  }
}
