import type { Handler } from '../context';
import { SUMMARY, showSummary } from '../imports/batch';

const MOST = 100;

export const listImports: Handler<'list-imports'> = async (_input, context) => {
  const batches = await context.tx
    .selectFrom('import_batches')
    .select(SUMMARY)
    .where('court_id', '=', context.courtId)
    .orderBy('checked_at', 'desc')
    .orderBy('batch_id')
    .limit(MOST)
    .execute();
  return { imports: await Promise.all(batches.map((batch) => showSummary(context, batch))) };
};
