import { GATEWAY_STATES } from '../cases/chat';
import { z } from '../zod';
import { carrierName, gateway } from './chat-fields';
import { contract } from './contract';
import { dayOut, id, moment } from './fields';

export const listChatGroups = contract({
  summary: 'The groups in which the bot may speak, and how its gateways are.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    groups: z.array(
      z.object({
        chatGroupId: id,
        gateway,
        groupId: carrierName,
        name: z.string(),
        townId: id,
        town: z.string(),
        isOn: z.boolean(),
        lastPostDay: z.nullable(dayOut),
      }),
    ),
    /** After so long without a gateway, SMS. */
    failoverMinutes: z.int(),
    gateways: z.array(
      z.object({ gateway, state: z.enum(GATEWAY_STATES), since: moment, heardAt: moment, bound: z.int() }),
    ),
  }),
});
