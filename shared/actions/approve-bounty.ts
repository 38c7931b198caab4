import { z } from '../zod';
import { contract } from './contract';
import { id, note } from './fields';

export const approveBounty = contract({
  summary: 'A second person looks at the text and publishes the notice, or sends it back.',
  effect: 'write',
  input: z
    .object({
      bountyId: id,
      decision: z.enum(['publish', 'send-back'], { error: '请选择发布还是退回。' }),
      note: z._default(note, ''),
    })
    .check(
      z.refine(({ decision, note }) => decision === 'publish' || note.length > 1, {
        error: '退回的，请写明要改什么。',
        path: ['note'],
      }),
    ),
  output: z.object({ number: z.nullable(z.string()) }),
});
