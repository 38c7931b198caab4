import type { Handler } from '../context';
import { errandTimes, evidenceOf, openOrders } from '../tips/errands';
import { watermark } from '../watermark';

/** Done ones stay in sight so long, without the place. */
const SHOWN_AFTER_MS = 7 * 24 * 3_600_000;

export const listErrands: Handler<'list-errands'> = async (_input, context) => {
  const { tx, courtId, caller, now, today } = context;
  const rows = await tx
    .selectFrom('tip_errands')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('account_id', '=', caller.accountId)
    .where((e) =>
      e.or([
        e('state', 'in', ['sent', 'taken', 'on-site']),
        e('sent_at', '>', new Date(now.getTime() - SHOWN_AFTER_MS)),
      ]),
    )
    .orderBy((e) => e('state', 'in', ['done', 'declined']))
    .orderBy('sent_at', 'desc')
    .execute();
  const errands = [];
  for (const row of rows) {
    const isOver = row.state === 'done' || row.state === 'declined';
    const orders = isOver ? null : openOrders(context, row);
    errands.push({
      ...errandTimes(row),
      dueAt: row.due_at?.toISOString() ?? null,
      isOverdue: row.due_at !== null && row.due_at < now,
      place: orders?.place ?? null,
      route: orders?.route ?? '',
      words: orders?.words ?? '',
      point: orders?.point ?? null,
      debtorName: orders?.debtorName ?? null,
      caseNumber: orders?.caseNumber ?? null,
      evidence: await evidenceOf(context, row.errand_id),
    });
  }
  await context.audit('court', 'list-errands', { errandIds: rows.map(({ errand_id }) => errand_id) });
  return { errands, asOf: today, watermark: watermark(context) };
};
