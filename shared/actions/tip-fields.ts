import { isTipCode, plainTipCode } from '../cases/tip-code';
import { z } from '../zod';
import { id, moment } from './fields';

export const tipCode = z.pipe(
  z.pipe(z.string({ error: '请填写收据码。' }), z.transform(plainTipCode)),
  z.string().check(z.refine(isTipCode, '收据码是 16 位数字，请逐位核对，可能有一位写错了。')),
);

/** A random name that a device gives itself and keeps; it tells nothing of whose it is. */
export const device = z
  .string({ error: '请重新打开页面再提交。' })
  .check(z.regex(/^[0-9a-f-]{32,40}$/, '请重新打开页面再提交。'));

export const tipWords = z
  .string({ error: '请写明您知道的情况。' })
  .check(
    z.trim(),
    z.minLength(4, '请多写几个字，说清楚是什么、怎么知道的。'),
    z.maxLength(2000, '文字太长了，请控制在两千字以内。'),
  );

export const tipPhotos = z._default(z.array(id).check(z.maxLength(6, '最多附六张照片。')), []);

export const tipMessage = z.object({
  from: z.enum(['court', 'tipster']),
  words: z.string(),
  at: moment,
  photos: z.array(z.string()),
});

/** A tip's place in the court's order, as the desk and the reward name it. */
export const tipNumber = z
  .int({ error: '请填写线索编号。' })
  .check(z.minimum(1, '线索编号不对，请核对。'), z.maximum(1_000_000_000, '线索编号不对，请核对。'));
