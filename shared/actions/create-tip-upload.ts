import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';
import { device } from './tip-fields';

const MB = 1024 * 1024;

export const createTipUpload = contract({
  summary: 'Reserve a photo of a tip, without signing in, and get a short-lived signed address to PUT it to.',
  effect: 'write',
  isSecret: true,
  input: z.object({
    device,
    mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp'], {
      error: '只能上传 JPG、PNG 或 WebP 照片。',
    }),
    bytes: z
      .int()
      .check(
        z.minimum(1, '这是一个空文件，请重新选择。'),
        z.maximum(10 * MB, '照片超过 10 MB，请换一张或压缩后再传。'),
      ),
  }),
  output: z.object({ fileId: id, url: z.string(), method: z.literal('PUT'), expiresAt: moment }),
});
