import { type Day, isDay } from '../day';
import type { Fen } from '../money';
import { z } from '../zod';

/** The fields that many contracts share, each with the sentence a person reads when it is wrong. */

export const id = z
  .string({ error: '缺少编号，请返回上一页重新进入。' })
  .check(z.regex(/^[a-z]{2,8}_[0-9A-Za-z]{8,40}$/, '编号不对，请返回上一页重新进入。'));

export const day = z.pipe(
  z.string({ error: '请选择日期。' }).check(z.refine(isDay, '日期不对，请按 2026-03-05 这样填写。')),
  z.transform((text) => text as Day),
);

/** A day as an answer carries it. */
export const dayOut = z.custom<Day>((v) => typeof v === 'string' && isDay(v));

/** More than nothing, at most ten billion yuan. */
export const amount = z.pipe(
  z
    .int({ error: '金额要以分为单位的整数填写。' })
    .check(z.minimum(1, '金额要大于零。'), z.maximum(1_000_000_000_000, '金额太大，请核对单位。')),
  z.transform((n) => n as Fen),
);

export const fenOut = z.custom<Fen>((v) => Number.isSafeInteger(v));

/** An instant, ISO 8601 in UTC. */
export const moment = z.iso.datetime();

export const note = z.string().check(z.trim(), z.maxLength(1000, '文字太长了，请控制在一千字以内。'));

export const reason = z
  .string({ error: '请写明原因。' })
  .check(
    z.trim(),
    z.minLength(2, '请用一句话写明原因。'),
    z.maxLength(1000, '文字太长了，请控制在一千字以内。'),
  );

export const idLast6 = z
  .string({ error: '请填写证件号码后六位。' })
  .check(
    z.trim(),
    z.toUpperCase(),
    z.regex(/^[0-9A-Z]{6}$/, '请填写证件号码的后六位，最后一位可能是字母 X。'),
  );

export const phone = z
  .string({ error: '请填写手机号码。' })
  .check(z.trim(), z.regex(/^1\d{10}$/, '手机号码应为 11 位数字。'));

export const page = z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 1);
export const fileIds = z._default(z.array(id).check(z.maxLength(6, '最多附六张照片。')), []);

/** Somebody acts for the debtor, with consent that is recorded (feature 39). */
export const onBehalf = z.object({
  relation: z.enum(['family', 'liaison', 'other'], { error: '请选择您与义务人的关系。' }),
  consent: z.enum(['in-person', 'by-phone', 'written'], { error: '请选择义务人怎样同意的。' }),
  note: z._default(note, ''),
});
export const done = z.object({ done: z.literal(true) });
