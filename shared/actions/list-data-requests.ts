import { z } from '../zod';
import { contract } from './contract';
import { dataRequestLine } from './data-request-fields';
import { id, page } from './fields';

export const listDataRequests = contract({
  summary:
    'Requests for correction and erasure: who waits longest first, what he asks, what stands there now, what an erasure would do. Audited.',
  effect: 'write',
  isSecret: true,
  input: z.object({ filter: z._default(z.enum(['open', 'decided']), 'open'), page }),
  output: z.object({
    requests: z.array(
      z.object({
        ...dataRequestLine,
        name: z.string(),
        role: z.string(),
        caseId: z.nullable(id),
        caseNumber: z.nullable(z.string()),
        /** What he asks it to be; only while it is open. */
        wanted: z.nullable(z.string()),
        /** What stands there now; only while it is open. */
        now: z.nullable(z.string()),
        /** What an erasure would do now, and what must stay. */
        outlook: z.nullable(z.object({ done: z.array(z.string()), stays: z.array(z.string()) })),
        decidedBy: z.nullable(z.string()),
      }),
    ),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    watermark: z.string(),
  }),
});
