import { CASE_STATUSES } from '../cases/case-status';
import { z } from '../zod';
import { id } from './fields';

/** What narrows a list of cases; the same for looking at it and for exporting it. */
export const caseFilter = {
  status: z.optional(z.enum(CASE_STATUSES)),
  townId: z.optional(id),
  search: z.optional(z.string().check(z.trim(), z.maxLength(50, '搜索词太长了，请缩短。'))),
};
