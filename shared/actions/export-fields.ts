import { EXPORT_COLUMNS, MASKABLE_COLUMNS } from '../cases/exports';
import { z } from '../zod';

export const exportColumns = z.array(z.enum(EXPORT_COLUMNS));
export const clearColumns = z
  .array(z.enum(MASKABLE_COLUMNS))
  .check(z.maxLength(MASKABLE_COLUMNS.length, '选的列重复了，请重新选择。'));
