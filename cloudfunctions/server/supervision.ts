import type { Ending } from '../../shared/cases/wording';
import type { SignedIn } from './context';

/** When the reminder engine looks at this case again; null lets it rest. What it planned before has to prove itself. */
export async function setNextReminder(
  { tx, courtId }: SignedIn,
  caseId: string,
  at: Date | null,
): Promise<void> {
  await tx
    .updateTable('supervisions')
    .set({ next_reminder_at: at, planned_at: null })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute();
}

export async function endSupervision(
  { tx, courtId, now }: SignedIn,
  caseId: string,
  ending: Ending,
  note: string | null = null,
): Promise<void> {
  await tx
    .updateTable('supervisions')
    .set({ ended_at: now, ending, ending_note: note, next_reminder_at: null })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute();
}
