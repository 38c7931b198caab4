import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const listFollowedAreas = contract({
  summary: 'The towns, and of which the caller is told.',
  effect: 'read',
  input: z.object({}),
  output: z.object({ towns: z.array(z.object({ townId: id, name: z.string(), follows: z.boolean() })) }),
});
