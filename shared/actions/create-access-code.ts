import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

export const createAccessCode = contract({
  summary: 'A one-time code for a party to be handed over on paper; shown once, stored only as a hash.',
  effect: 'write',
  isSecret: true,
  input: z.object({ partyId: id }),
  output: z.object({ code: z.string(), expiresAt: moment }),
});
