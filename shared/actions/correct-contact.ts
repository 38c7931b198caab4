import { z } from '../zod';
import { contract } from './contract';
import { done, id, phone } from './fields';

export const correctContact = contract({
  summary:
    'Put a new telephone number on file for a party, with where it came from; undelivered notices start again.',
  who: ['judge', 'clerk', 'officer', 'chief'],
  effect: 'write',
  input: z.object({
    partyId: id,
    phone,
    source: z
      .string({ error: '请写明新号码从哪里来。' })
      .check(z.trim(), z.minLength(2, '请写明新号码从哪里来。'), z.maxLength(200, '来源说明太长了。')),
  }),
  output: done,
});
