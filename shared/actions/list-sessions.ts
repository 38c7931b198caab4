import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

export const listSessions = contract({
  summary: 'The devices on which one is signed in.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    sessions: z.array(
      z.object({
        sessionId: id,
        device: z.string(),
        since: moment,
        lastUsed: moment,
        /** The one that asks. */
        isThis: z.boolean(),
      }),
    ),
  }),
});
