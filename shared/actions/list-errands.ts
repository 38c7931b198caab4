import { z } from '../zod';
import { contract } from './contract';
import { dayOut, moment } from './fields';
import { errandFields, evidence } from './tip-desk-fields';

export const listErrands = contract({
  summary: 'Where the caller is sent: place, way, what to look for; open ones first. Audited.',
  effect: 'write',
  isSecret: true,
  input: z.object({}),
  output: z.object({
    errands: z.array(
      z.object({
        ...errandFields,
        dueAt: z.nullable(moment),
        isOverdue: z.boolean(),
        /** Gone once it is done: the place stays with the desk. */
        place: z.nullable(z.string()),
        route: z.string(),
        words: z.string(),
        point: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })),
        debtorName: z.nullable(z.string()),
        caseNumber: z.nullable(z.string()),
        evidence: z.array(evidence),
      }),
    ),
    asOf: dayOut,
    watermark: z.string(),
  }),
});
