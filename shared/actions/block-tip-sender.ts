import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const blockTipSender = contract({
  summary:
    'For some days nothing more is taken from the device and by the code of a tip; nobody learns whose they are.',
  effect: 'write',
  input: z.object({
    tipId: id,
    days: z
      .int({ error: '请填写天数。' })
      .check(z.minimum(0, '天数不能是负数。'), z.maximum(90, '最长九十天。')),
    reason,
  }),
  output: done,
});
