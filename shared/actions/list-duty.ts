import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

export const listDuty = contract({
  summary: 'Who is on duty at the tips’ desk, now and later, and who can be.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    shifts: z.array(
      z.object({
        shiftId: id,
        accountId: id,
        name: z.string(),
        from: moment,
        to: moment,
        isNow: z.boolean(),
      }),
    ),
    staff: z.array(z.object({ accountId: id, name: z.string() })),
  }),
});
