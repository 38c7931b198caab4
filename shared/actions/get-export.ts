import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const getExport = contract({
  summary:
    'The file of a granted export for whoever asked for it, made anew from what he may see now, with his watermark. Each fetch counts and is audited.',
  effect: 'write',
  isSecret: true,
  input: z.object({ exportId: id }),
  output: z.object({
    fileName: z.string(),
    mediaType: z.string(),
    /** The bytes, as base64. */
    content: z.string(),
    cases: z.int(),
    fetchesLeft: z.int(),
  }),
});
