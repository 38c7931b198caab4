import { ERASURE_SCOPES } from '../cases/data-requests';
import { z } from '../zod';
import { contract } from './contract';
import { id, reason } from './fields';

export const requestErasure = contract({
  summary:
    'Ask the court to erase what is held about the caller, as far as nothing obliges it to keep it (PIPL 47).',
  effect: 'write',
  input: z
    .object({
      scope: z.enum(ERASURE_SCOPES, { error: '请选择要删除哪些。' }),
      /** For one case: as which party. */
      partyId: z.optional(id),
      why: reason,
    })
    .check(
      z.refine(({ scope, partyId }) => scope !== 'case' || partyId !== undefined, {
        error: '请选择是哪一件案件。',
        path: ['partyId'],
      }),
    ),
  output: z.object({ requestId: id }),
});
