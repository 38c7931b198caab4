import { z } from '../zod';
import { carrierName, gateway } from './chat-fields';
import { contract } from './contract';
import { id } from './fields';

export const saveChatGroup = contract({
  summary: 'Puts a group on the list of those in which the bot may speak, of one town; or turns it off.',
  effect: 'write',
  input: z.object({
    /** Absent for a new one. */
    chatGroupId: z.optional(id),
    gateway,
    /** What the chat system calls the group. */
    groupId: carrierName,
    name: z
      .string({ error: '请填写群的名称。' })
      .check(z.trim(), z.minLength(1, '请填写群的名称。'), z.maxLength(60, '群的名称太长了。')),
    townId: id,
    isOn: z.boolean(),
  }),
  output: z.object({ chatGroupId: id }),
});
