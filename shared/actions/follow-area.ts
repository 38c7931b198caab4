import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const followArea = contract({
  summary: 'Be told of new notices of a town, or no longer; the message names the town and nothing else.',
  effect: 'write',
  input: z.object({ townId: id, follows: z.boolean() }),
  output: done,
});
