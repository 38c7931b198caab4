import { REVEAL_FIELDS } from '../cases/reveal';
import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';
import { otherNeedsWords, revealReason } from './reveal-fields';

export const revealPartyField = contract({
  summary:
    'One masked field of a party (telephone, address, ID number) in full for the court, with a reason. Each leaves an audit line.',
  effect: 'write',
  isSecret: true,
  input: z
    .object({
      partyId: id,
      field: z.enum(REVEAL_FIELDS, { error: '请选择要看哪一项。' }),
      ...revealReason,
    })
    .check(otherNeedsWords),
  output: z.object({ value: z.string() }),
});
