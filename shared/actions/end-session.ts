import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const endSession = contract({
  summary: 'End one of one’s own sessions, on a telephone that was lost, say.',
  effect: 'write',
  input: z.object({ sessionId: id }),
  output: done,
});
