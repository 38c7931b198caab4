import { exportExpiry } from '../../../shared/cases/exports';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { exportOf, standingOf } from '../exports/rows';

export const decideExport: Handler<'decide-export'> = async (input, context) => {
  const { tx, courtId, caller, now } = context;
  const { exportId, granted, answer } = input;
  const row = await exportOf(context, exportId);
  if (row.account_id === caller.accountId) throw new Refusal('export-own');
  if (row.state !== 'asked') throw new Refusal('export-decided');
  const clear = granted ? row.clear_asked.filter((column) => input.clearGranted.includes(column)) : [];
  if (granted && input.clearGranted.some((column) => !row.clear_asked.includes(column)))
    throw new Refusal('export-clear-not-asked');
  const decided = {
    state: granted ? ('granted' as const) : ('refused' as const),
    clear_granted: clear,
    decided_by: caller.accountId,
    decided_at: now,
    answer,
    expires_at: granted ? exportExpiry(now) : null,
  };
  await tx
    .updateTable('exports')
    .set(decided)
    .where('court_id', '=', courtId)
    .where('export_id', '=', exportId)
    .execute();
  await context.audit('court', 'decide-export', { exportId, granted, clear });
  return {
    standing: standingOf({ ...row, ...decided }, now),
    expiresAt: decided.expires_at?.toISOString() ?? null,
  };
};
