import { z } from '../zod';
import { contract } from './contract';
import { dataRequestLine } from './data-request-fields';

export const listMyDataRequests = contract({
  summary: 'The caller’s own requests for correction and erasure, the latest first, and what became of them.',
  effect: 'read',
  input: z.object({}),
  output: z.object({ requests: z.array(z.object(dataRequestLine)) }),
});
