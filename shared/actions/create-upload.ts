import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

const MB = 1024 * 1024;

export const createUpload = contract({
  summary: 'Reserve a file and get a short-lived signed address to PUT its bytes to.',
  effect: 'write',
  input: z.object({
    purpose: z.enum(['payment-proof', 'visit-photo', 'request-evidence', 'tip-evidence', 'case-list']),
    fileName: z.string().check(z.trim(), z.minLength(1), z.maxLength(200, '文件名太长了，请改短再传。')),
    mediaType: z.string().check(z.maxLength(100)),
    bytes: z
      .int()
      .check(
        z.minimum(1, '这是一个空文件，请重新选择。'),
        z.maximum(10 * MB, '文件超过 10 MB，请压缩或拆分后再传。'),
      ),
  }),
  output: z.object({
    fileId: id,
    url: z.string(),
    method: z.literal('PUT'),
    expiresAt: moment,
  }),
});
