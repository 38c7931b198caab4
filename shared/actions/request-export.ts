import { EXPORT_COLUMNS } from '../cases/exports';
import { z } from '../zod';
import { caseFilter } from './case-filter';
import { contract } from './contract';
import { clearColumns, exportColumns } from './export-fields';
import { id } from './fields';

export const requestExport = contract({
  summary:
    'Ask for a list of cases as a file: which, with which columns, and which of these without masks. Another person decides.',
  effect: 'write',
  input: z
    .object({
      why: z
        .string({ error: '请写明导出来做什么用。' })
        .check(
          z.trim(),
          z.minLength(2, '请写明导出来做什么用。'),
          z.maxLength(100, '用途太长了，请控制在一百字以内。'),
        ),
      filter: z._default(z.object(caseFilter), {}),
      columns: exportColumns.check(
        z.minLength(1, '请至少选一列。'),
        z.maxLength(EXPORT_COLUMNS.length, '选的列重复了，请重新选择。'),
      ),
      clear: z._default(clearColumns, []),
    })
    .check(
      z.refine(({ columns, clear }) => clear.every((column) => columns.includes(column)), {
        error: '要明文的列不在导出的列里，请重新选择。',
        path: ['clear'],
      }),
    ),
  output: z.object({ exportId: id, number: z.string(), cases: z.int() }),
});
