import type { Handler } from '../context';
import { type Outcome, openImport, problemsOf, showSummary } from '../imports/batch';

export const getImport: Handler<'get-import'> = async ({ batchId }, context) => {
  const batch = await openImport(context, batchId);
  return {
    ...(await showSummary(context, batch)),
    problems: problemsOf(batch),
    outcome: batch.outcome as Outcome | null,
  };
};
