import type { StatusReport } from '../carrier-reports/report';
import type { WechatPush } from '../settings-receipts';
import {
  type CarrierCall,
  forged,
  isSecret,
  momentOfSeconds,
  NO_MAIL,
  unreadable,
  type Verdict,
  wrongMethod,
} from './http-call';
import { openEnvelope, wechatSignature } from './wechat-envelope';
import { readWechatEvent, type WechatEvent } from './wechat-event';

/**
 * WeChat's message push. Without encryption its signature does not cover the body, so it is good for a few minutes
 * only; with an EncodingAESKey nothing but encrypted messages is taken.
 */
export function wechat(settings: WechatPush, call: CarrierCall, now: Date): Verdict {
  const { signature, timestamp = '', nonce = '', echostr = '' } = call.query;
  if (!isFresh(timestamp, now)) return forged;
  if (!isSecret(signature, wechatSignature(settings.token, timestamp, nonce))) return forged;
  if (call.method === 'GET') return { mail: NO_MAIL, thanks: echostr };
  if (call.method !== 'POST') return wrongMethod;
  const event = readWechatEvent(call.body);
  if (!event) return unreadable;
  if (!settings.aesKey) return mailOf(event, now);
  return opened(settings, call, event, now);
}

const FRESH_MS = 10 * 60_000;

const isFresh = (timestamp: string, now: Date) =>
  /^\d{1,11}$/.test(timestamp) && Math.abs(Number(timestamp) * 1000 - now.getTime()) <= FRESH_MS;

function opened(settings: WechatPush, call: CarrierCall, { encrypted }: WechatEvent, now: Date): Verdict {
  const { timestamp = '', nonce = '', msg_signature: proof } = call.query;
  if (!encrypted) return forged;
  if (!isSecret(proof, wechatSignature(settings.token, timestamp, nonce, encrypted))) return forged;
  const plain = openEnvelope(settings, encrypted);
  const event = plain === undefined ? undefined : readWechatEvent(plain);
  return event ? mailOf(event, now) : unreadable;
}

/**
 * Who changes what he wants to hear is met at the next send, which WeChat then refuses: of all events only what
 * became of a message tells us anything.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/subscribe-message.html
 */
function mailOf({ event, items, createdSeconds }: WechatEvent, now: Date): Verdict {
  if (!event) return unreadable;
  if (event !== 'subscribe_msg_sent_event') return { mail: NO_MAIL, thanks: 'success' };
  const reportedAt = momentOfSeconds(createdSeconds, now);
  const reports = items.map((item) => reportOf(item, reportedAt));
  if (reports.length === 0 || reports.includes(undefined)) return unreadable;
  return { mail: { reports: reports as StatusReport[], replies: [] }, thanks: 'success' };
}

function reportOf({ MsgID = '', ErrorCode = '' }: Record<string, string>, reportedAt: Date) {
  if (!/^\d{1,30}$/.test(MsgID) || !/^-?\d+$/.test(ErrorCode)) return undefined;
  const isDelivered = ErrorCode === '0';
  return {
    channel: 'subscribe' as const,
    serial: MsgID,
    outcome: isDelivered ? ('delivered' as const) : ('permanent' as const),
    reason: isDelivered ? null : 'undelivered',
    reportedAt,
  };
}
