import { z } from '../zod';
import { contract } from './contract';

export const getCourt = contract({
  summary: 'The court that runs this site: its name, its telephone, how to verify a message.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    name: z.string(),
    phone: z.string(),
    hotline: z.string(),
    county: z.string(),
    demo: z.boolean(),
  }),
});
