import { EXPORT_COLUMNS } from '../../../shared/cases/exports';
import type { Handler } from '../context';
import { countCases } from '../exports/collect';
import { nextPaperNumber } from '../storage/numbers';

export const requestExport: Handler<'request-export'> = async ({ why, filter, ...input }, context) => {
  const { app, tx, courtId, caller, now, today } = context;
  const wanted = {
    status: filter.status ?? null,
    town_id: filter.townId ?? null,
    search: filter.search || null,
  };
  const cases = await countCases(context, wanted);
  const columns = EXPORT_COLUMNS.filter((column) => input.columns.includes(column));
  const clear = [...new Set(input.clear)];
  const exportId = app.newId('export');
  const year = Number(today.slice(0, 4));
  const number = `导出〔${year}〕${await nextPaperNumber(tx, courtId, 'export', year)}号`;
  await tx
    .insertInto('exports')
    .values({
      court_id: courtId,
      export_id: exportId,
      number,
      account_id: caller.accountId,
      asked_at: now,
      why,
      ...wanted,
      columns,
      clear_asked: clear,
      cases,
    })
    .execute();
  await context.audit('court', 'request-export', {
    exportId,
    status: wanted.status,
    townId: wanted.town_id,
    bySearch: wanted.search !== null,
    columns,
    clear,
    cases,
  });
  return { exportId, number, cases };
};
