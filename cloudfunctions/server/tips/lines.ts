import type { TipRow } from './rows';

/** A tip as lists show it: nothing of what was told. */
export const lineOf = (row: TipRow & { case_number: string | null }, now: Date) => ({
  tipId: row.tip_id,
  number: row.seq,
  state: row.state,
  about: row.about,
  receivedAt: row.received_at.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  isOverdue: row.due_at !== null && row.due_at < now,
  check: row.check_result,
  caseNumber: row.case_number,
});
