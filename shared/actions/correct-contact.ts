import { z } from '../zod';
import { contract } from './contract';
import { done, id, phone } from './fields';

export const correctContact = contract({
  summary:
    'Put a new telephone number on file for a party, with where it came from; undelivered notices start again. An ID number can be added where a list brought none.',
  effect: 'write',
  input: z.object({
    partyId: id,
    phone,
    source: z
      .string({ error: '请写明新号码从哪里来。' })
      .check(z.trim(), z.minLength(2, '请写明新号码从哪里来。'), z.maxLength(200, '来源说明太长了。')),
    /** Without one a party cannot prove who he is; one that is on file is never changed here. */
    idNumber: z.optional(z.string().check(z.trim(), z.maxLength(30, '证件号码太长了，请核对。'))),
  }),
  output: done,
});
