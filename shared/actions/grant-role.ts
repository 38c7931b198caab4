import { COURT_ROLES, LIAISON_ROLES } from '../cases/roles';
import { z } from '../zod';
import { contract } from './contract';
import { day, id } from './fields';

export const grantRole = contract({
  summary: 'Give an account a role, with the place that it reaches, from a day and, if known, to a day.',
  effect: 'write',
  input: z.object({
    accountId: id,
    role: z.enum([...COURT_ROLES, ...LIAISON_ROLES, 'admin'], { error: '请选择身份。' }),
    villageId: z.optional(id),
    townId: z.optional(id),
    teamId: z.optional(id),
    from: day,
    to: z.optional(day),
  }),
  output: z.object({ grantId: z.string() }),
});
