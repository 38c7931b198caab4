import { EXPORT_STANDINGS } from '../cases/exports';
import { z } from '../zod';
import { contract } from './contract';
import { clearColumns } from './export-fields';
import { id, moment } from './fields';

export const decideExport = contract({
  summary:
    'Let a list of cases go, with none or some of the columns asked for in clear, or refuse it. Never one’s own.',
  effect: 'write',
  input: z
    .object({
      exportId: id,
      granted: z.boolean({ error: '请选择是否批准。' }),
      /** Those of the columns asked for in clear that go without masks. */
      clearGranted: z._default(clearColumns, []),
      answer: z._default(
        z.string().check(z.trim(), z.maxLength(200, '文字太长了，请控制在二百字以内。')),
        '',
      ),
    })
    .check(
      z.refine(({ granted, answer }) => granted || answer.length >= 2, {
        error: '不批准的，请用一句话写明原因。',
        path: ['answer'],
      }),
    ),
  output: z.object({ standing: z.enum(EXPORT_STANDINGS), expiresAt: z.nullable(moment) }),
});
