import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const endHandOver = contract({
  summary: 'Take back what one handed over, before its last day.',
  effect: 'write',
  input: z.object({ handOverId: id }),
  output: done,
});
