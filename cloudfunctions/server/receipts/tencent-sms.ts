import { type Infer, z } from '../../../shared/zod';
import { readJson } from '../channels/http-call';
import type { ReceiptSettings } from '../settings-receipts';
import {
  type CarrierCall,
  forged,
  isSecret,
  momentOf,
  momentOfSeconds,
  nationalNumber,
  unreadable,
  type Verdict,
  wrongMethod,
} from './http-call';

const SERIAL = z.string().check(z.minLength(1), z.maxLength(100));

/** https://cloud.tencent.com/document/product/382/43547: several reports in one call. */
const statuses = z.array(
  z.object({
    sid: SERIAL,
    report_status: z.enum(['SUCCESS', 'FAIL']),
    user_receive_time: z.optional(z.string()),
  }),
);

/** https://cloud.tencent.com/document/product/382/43548: one reply in a call, and no number of its own. */
const reply = z.object({ mobile: z.string(), text: z.string(), time: z.number() });

/** Tencent's two callbacks. It signs neither, so the address itself carries a secret. */
export function tencentSms(
  settings: NonNullable<ReceiptSettings['tencent']>,
  call: CarrierCall,
  now: Date,
): Verdict {
  if (!isSecret(call.query.token, settings.token)) return forged;
  if (call.method !== 'POST') return wrongMethod;
  const body = readJson(call.body);
  const said = statuses.safeParse(body);
  if (said.success) return thanksFor({ reports: said.data.map((one) => reportOf(one, now)), replies: [] });
  const answered = reply.safeParse(body);
  if (!answered.success) return unreadable;
  const { mobile, text, time } = answered.data;
  const phone = nationalNumber(mobile);
  const messageId = `${phone} ${time} ${text}`;
  return thanksFor({ reports: [], replies: [{ messageId, phone, text, at: momentOfSeconds(time, now) }] });
}

type Mail = Extract<Verdict, { mail: unknown }>['mail'];

const thanksFor = (mail: Mail): Verdict => ({
  mail,
  thanks: '{"result":0,"errmsg":"OK"}',
  type: 'application/json',
});

/** The operators' codes of a failure differ too much to tell a number that does not exist from a phone that is off. */
function reportOf({ sid, report_status, user_receive_time }: Infer<typeof statuses>[number], now: Date) {
  const outcome = report_status === 'SUCCESS' ? ('delivered' as const) : ('permanent' as const);
  return {
    channel: 'sms' as const,
    serial: sid,
    outcome,
    reason: outcome === 'permanent' ? 'undelivered' : null,
    reportedAt: momentOf(user_receive_time, now),
  };
}
