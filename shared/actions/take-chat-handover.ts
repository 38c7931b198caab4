import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const takeChatHandover = contract({
  summary: 'A member of the court takes a talk upon himself. The first who does has it.',
  effect: 'write',
  input: z.object({ handoverId: id }),
  output: done,
});
