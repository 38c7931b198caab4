import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const listAreas = contract({
  summary: 'The county’s towns and villages, with the enforcement team of each town today.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    teams: z.array(z.object({ teamId: id, name: z.string() })),
    towns: z.array(
      z.object({
        townId: id,
        name: z.string(),
        team: z.nullable(z.string()),
        villages: z.array(z.object({ villageId: id, name: z.string(), aliases: z.array(z.string()) })),
      }),
    ),
  }),
});
