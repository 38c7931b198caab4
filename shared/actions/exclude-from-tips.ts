import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const excludeFromTips = contract({
  summary:
    'Somebody of the staff is kept from the tips of a case, or let in again: a relative of a party, somebody of the debtor’s village.',
  effect: 'write',
  input: z.object({
    accountId: id,
    caseId: id,
    excluded: z._default(z.boolean(), true),
    reason,
  }),
  output: done,
});
