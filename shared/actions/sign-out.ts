import { z } from '../zod';
import { contract } from './contract';
import { done } from './fields';

export const signOut = contract({
  summary: 'End the session that this call comes from.',
  effect: 'write',
  input: z.object({}),
  output: done,
});
