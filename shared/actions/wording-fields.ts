import { z } from '../zod';

export const templateName = z
  .string({ error: '请选择要改的消息。' })
  .check(z.regex(/^[a-z0-9-]{3,60}$/, '没有这条消息，请从列表里重新选择。'));

export const channelName = z.enum(['sms', 'subscribe'], { error: '请选择短信还是微信订阅消息。' });

/** Empty takes the court's own sentence back. */
export const wordingBody = z
  .string({ error: '请写正文。' })
  .check(z.trim(), z.maxLength(400, '正文太长了，三条短信最多 201 个字。'));

export const wordingPreview = z.object({ text: z.string(), characters: z.int(), segments: z.int() });
