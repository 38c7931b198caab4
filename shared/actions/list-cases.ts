import { CASE_STATUSES } from '../cases/case-status';
import { z } from '../zod';
import { caseFilter } from './case-filter';
import { contract } from './contract';
import { dayOut, fenOut, id, page } from './fields';

export const caseLine = z.object({
  caseId: id,
  caseNumber: z.string(),
  cause: z.nullable(z.string()),
  status: z.enum(CASE_STATUSES),
  obligors: z.array(z.string()),
  obligees: z.array(z.string()),
  principal: fenOut,
  dueDay: dayOut,
  village: z.nullable(z.string()),
  town: z.nullable(z.string()),
  team: z.nullable(z.string()),
  judge: z.nullable(z.string()),
});

export const listCases = contract({
  summary: 'The court’s cases, 50 a page, by status, place or a piece of a case number or name.',
  effect: 'read',
  input: z.object({ ...caseFilter, page }),
  output: z.object({ cases: z.array(caseLine), total: z.int(), page: z.int(), pages: z.int() }),
});
