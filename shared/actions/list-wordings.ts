import { z } from '../zod';
import { contract } from './contract';
import { moment } from './fields';
import { channelName } from './wording-fields';

export const listWordings = contract({
  summary: 'Every message that the court may word itself, with our sentence and its own.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    mayChange: z.boolean(),
    /** What is the same in every message, for a preview. */
    place: z.object({
      courtName: z.string(),
      courtPhone: z.string(),
      hotline: z.string(),
      site: z.string(),
    }),
    wordings: z.array(
      z.object({
        template: z.string(),
        channel: channelName,
        reader: z.enum(['obligor', 'obligee', 'staff']),
        what: z.string(),
        phase: z.enum(['before-filing', 'after-filing']),
        builtIn: z.string(),
        variables: z.array(z.string()),
        own: z.nullable(
          z.object({ body: z.string(), version: z.int(), savedAt: moment, savedBy: z.string() }),
        ),
      }),
    ),
  }),
});
