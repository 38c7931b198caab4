import { GATEWAY_STATES } from '../cases/chat';
import { z } from '../zod';
import { gateway } from './chat-fields';
import { contract } from './contract';
import { done, moment } from './fields';

export const reportGateway = contract({
  summary: 'How the gateway is, every twenty seconds; a minute of silence means that it is down.',
  effect: 'write',
  mayFindNothing: true,
  input: z.object({ gateway, state: z.enum(GATEWAY_STATES), since: moment }),
  output: done,
});
