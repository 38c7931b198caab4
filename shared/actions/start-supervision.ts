import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const startSupervision = contract({
  summary:
    'Start supervising one case or many: state, obligation, tasks and notices in one transaction. One refused case of many is named and does not stop the others; a single one is refused outright.',
  effect: 'write',
  input: z.object({
    caseIds: z
      .array(id, { error: '请先勾选案件。' })
      .check(z.minLength(1, '请先勾选案件。'), z.maxLength(200, '一次最多发起 200 件，请分批办理。')),
  }),
  output: z.object({
    started: z.array(z.object({ caseId: id, supervisionId: id })),
    refused: z.array(z.object({ caseId: id, code: z.string(), message: z.string() })),
  }),
});
