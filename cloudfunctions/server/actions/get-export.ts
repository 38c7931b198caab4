import { EXPORT_FETCHES, type ExportStanding, exportMark } from '../../../shared/cases/exports';
import { dayAt, showDay, showMoment } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import type { RefusalCode } from '../../../shared/refusals';
import type { Handler, SignedIn } from '../context';
import { courtOf } from '../court';
import { collectCases, countCases } from '../exports/collect';
import { type ExportRow, exportOf, standingOf } from '../exports/rows';
import { makeWorkbook } from '../exports/workbook';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const REFUSED: Record<Exclude<ExportStanding, 'ready'>, RefusalCode> = {
  asked: 'export-not-decided',
  refused: 'export-refused',
  expired: 'export-expired',
  'used-up': 'export-used-up',
};

export const getExport: Handler<'get-export'> = async ({ exportId }, context) => {
  const { caller, now } = context;
  const row = await exportOf(context, exportId);
  if (row.account_id !== caller.accountId) throw new Refusal('export-of-another');
  const standing = standingOf(row, now);
  if (standing !== 'ready') throw new Refusal(REFUSED[standing]);
  await countCases(context, row);
  const { caseIds, cells } = await collectCases(context, row);
  const mark = await markOf(context, row);
  const bytes = await makeWorkbook({ mark, columns: row.columns, cells, madeAt: now });
  const downloads = await countFetch(context, row);
  const { columns, clear_granted: clear } = row;
  await context.audit('court', 'get-export', {
    exportId,
    fetch: downloads,
    rows: cells.length,
    columns,
    clear,
    caseIds,
  });
  return {
    fileName: `${row.number}.xlsx`,
    mediaType: XLSX,
    content: Buffer.from(bytes).toString('base64'),
    cases: cells.length,
    fetchesLeft: EXPORT_FETCHES - downloads,
  };
};

async function markOf(context: SignedIn, { number, why }: ExportRow): Promise<string> {
  const { caller, now } = context;
  const { name: court } = await courtOf(context);
  const at = `${showDay(dayAt(now))} ${showMoment(now).split(' ')[1]}`;
  return exportMark({ court, number, name: caller.name, accountEnding: caller.accountId.slice(-4), at, why });
}

async function countFetch({ tx, courtId }: SignedIn, row: ExportRow): Promise<number> {
  const downloads = row.downloads + 1;
  await tx
    .updateTable('exports')
    .set({ downloads })
    .where('court_id', '=', courtId)
    .where('export_id', '=', row.export_id)
    .execute();
  return downloads;
}
