import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';
import { tipNote } from './tip-desk-fields';

export const decideReward = contract({
  summary:
    'One of two approvals of a reward, each by another person than the one who proposed it, or a refusal.',
  effect: 'write',
  input: z
    .object({
      rewardId: id,
      decision: z.enum(['approve', 'refuse'], { error: '请选择是否批准。' }),
      note: tipNote,
    })
    .check(
      z.refine(({ decision, note }) => decision === 'approve' || note.length > 1, {
        error: '不批准的，请写明理由，提供人会看到。',
        path: ['note'],
      }),
    ),
  output: done,
});
