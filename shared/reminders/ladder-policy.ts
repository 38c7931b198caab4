import type { Infer } from '../zod';
import { z } from '../zod';
import { DUE_STEPS, INSTALMENT_STEPS, type Ladder, STAFF_READERS } from './ladder';
import { QUIET_FROM_MINUTE, QUIET_UNTIL_MINUTE } from './quiet-hours';

/** How far from the day that it hangs on a rung may stand, in days. */
export const EARLIEST = -60;
export const LATEST = 180;

const FAR = `日子要填整数，最早提前${-EARLIEST}天，最晚过后${LATEST}天。`;
const after = z.int({ error: FAR }).check(z.minimum(EARLIEST, FAR), z.maximum(LATEST, FAR));

const rungOf = <const S extends readonly [string, ...string[]]>(steps: S) =>
  z.strictObject({
    step: z.enum(steps, { error: '没有这一种提醒，请从列表里选择。' }),
    after,
    sides: z.array(z.enum(['obligor', 'obligee'], { error: '请选择提醒义务人还是权利人。' })),
    staff: z.optional(z.array(z.enum(STAFF_READERS, { error: '请从列表里选择同时告知谁。' }))),
    channel: z.optional(z.enum(['sms', 'subscribe'], { error: '请选择先发短信还是先发微信订阅消息。' })),
  });

const days = (what: string, most: number) => {
  const sentence = `${what}要填 1 到 ${most} 的整数。`;
  return z.int({ error: sentence }).check(z.minimum(1, sentence), z.maximum(most, sentence));
};

const EARLIEST_HOUR = QUIET_UNTIL_MINUTE / 60;
const LATEST_HOUR = QUIET_FROM_MINUTE / 60 - 1;
const HOURS = `每周汇总的钟点要填 ${EARLIEST_HOUR} 到 ${LATEST_HOUR} 的整数，夜里不发。`;
const WEEKDAYS = '每周汇总要选星期一到星期日中的一天。';

/** What a court decides of its ladder; the day from which it holds stands beside it. */
export const ladderPolicySchema = z.strictObject({
  aroundDue: z
    .array(rungOf(DUE_STEPS))
    .check(z.maxLength(DUE_STEPS.length, '提醒的档数太多了，请删去一些。')),
  aroundInstalment: z
    .array(rungOf(INSTALMENT_STEPS))
    .check(z.maxLength(INSTALMENT_STEPS.length, '分期提醒的档数太多了，请删去一些。')),
  task: z.strictObject({
    remindAfter: days('任务几天没有回复要提醒', 30),
    escalateAfter: days('任务几天没有回复要告诉镇联络员', 60),
  }),
  visitIdleAfter: days('任务几天没有走访要提醒', 90),
  digest: z.strictObject({
    isOn: z.boolean({ error: '请选择是否发每周汇总。' }),
    weekday: z.int({ error: WEEKDAYS }).check(z.minimum(1, WEEKDAYS), z.maximum(7, WEEKDAYS)),
    hour: z.int({ error: HOURS }).check(z.minimum(EARLIEST_HOUR, HOURS), z.maximum(LATEST_HOUR, HOURS)),
  }),
});

export type LadderPolicy = Infer<typeof ladderPolicySchema>;

/** A policy as it was stored; undefined where that cannot be read. */
export function readPolicy(stored: unknown): LadderPolicy | undefined {
  const read = z.safeParse(ladderPolicySchema, stored);
  return read.success ? read.data : undefined;
}

/** The part of a ladder that a court edits. */
export function policyOf({ from: _, ...policy }: Ladder): LadderPolicy {
  return JSON.parse(JSON.stringify(policy)) as LadderPolicy;
}
