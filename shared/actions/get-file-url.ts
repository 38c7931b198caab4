import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

export const getFileUrl = contract({
  summary: 'A short-lived signed address to view a file of a case that is the caller’s. The look is audited.',
  effect: 'write',
  input: z.object({ fileId: id }),
  output: z.object({ url: z.string(), expiresAt: moment }),
});
