import { z } from '../zod';
import { contract } from './contract';
import { done, id, moment } from './fields';

export const saveDuty = contract({
  summary: 'Adds a shift at the tips’ desk, by night too, or takes one off that has not begun.',
  effect: 'write',
  input: z.discriminatedUnion('what', [
    z.object({ what: z.literal('add'), accountId: id, from: moment, to: moment }),
    z.object({ what: z.literal('remove'), shiftId: id }),
  ]),
  output: done,
});
