import { z } from '../zod';
import { contract } from './contract';
import { phone } from './fields';
import { sendingOut } from './ladder-fields';

export const setSending = contract({
  summary: 'Turn the trial on or off, and say which numbers are written to while it lasts.',
  effect: 'write',
  input: z.object({
    trial: z.boolean({ error: '请选择是否试运行。' }),
    /** Numbers to add. */
    allowPhones: z._default(z.array(phone).check(z.maxLength(20, '一次最多加二十个号码。')), []),
    /** Of the numbers that are there already, those that stay. */
    keep: z._default(z.array(z.string()), []),
  }),
  output: sendingOut,
});
