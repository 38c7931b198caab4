import { z } from '../zod';
import { contract } from './contract';
import { done } from './fields';

export const setChatFailover = contract({
  summary: 'How long the court waits for a chat gateway that is away before it says by SMS what is due.',
  effect: 'write',
  input: z.object({
    minutes: z
      .int({ error: '请填写整数的分钟数。' })
      .check(z.minimum(5, '最少 5 分钟。'), z.maximum(720, '最多 720 分钟。')),
  }),
  output: done,
});
