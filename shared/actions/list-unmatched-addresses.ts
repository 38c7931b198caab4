import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const listUnmatchedAddresses = contract({
  summary: 'Debtors whose address fits no village yet, with the best guesses first.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    addresses: z.array(
      z.object({
        partyId: id,
        caseId: id,
        caseNumber: z.string(),
        name: z.string(),
        address: z.string(),
        candidates: z.array(z.object({ villageId: id, name: z.string(), town: z.string() })),
        /** The piece of the address that will be remembered as another name of the village. */
        alias: z.nullable(z.string()),
      }),
    ),
  }),
});
