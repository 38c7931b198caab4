import { ROLES } from '../cases/roles';
import { z } from '../zod';
import { contract } from './contract';
import { setUpStep } from './identity-fields';

export const getMe = contract({
  summary: 'The signed-in account: its name, its roles and where they reach.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    accountId: z.string(),
    name: z.string(),
    /** What a password's owner must still do before anything opens to him. */
    setUp: z.optional(setUpStep),
    roles: z.array(z.object({ role: z.enum(ROLES), reach: z.string() })),
    courtName: z.string(),
    /** Account and minute, as it stands on every page with party data. */
    watermark: z.string(),
  }),
});
