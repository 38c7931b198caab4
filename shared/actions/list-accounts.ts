import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';
import { grantOut } from './identity-fields';

export const listAccounts = contract({
  summary: 'Everybody who works with the system, with their roles; parties are not among them.',
  effect: 'read',
  input: z.object({ search: z._default(z.string().check(z.trim(), z.maxLength(40)), '') }),
  output: z.object({
    accounts: z.array(
      z.object({
        accountId: id,
        name: z.string(),
        phoneMasked: z.nullable(z.string()),
        loginName: z.nullable(z.string()),
        /** How far he is with password and one-time codes; `none` signs in otherwise. */
        signIn: z.enum(['none', 'new', 'ready']),
        disabled: z.boolean(),
        grants: z.array(grantOut),
      }),
    ),
    /** More match than are listed; the search has to be narrower. */
    more: z.boolean(),
  }),
});
