import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Faults } from './faults';
import type { SmsReport } from './sms-reports';

/** Where an account has asked its carrier to report. */
export interface ReportTo {
  /** Tencent's callback of statuses and replies, with its secret in it. */
  tencent: string;
  wechat: { url: string; token: string };
  /** How long the phone network takes. */
  afterMs?: number;
}

interface Card {
  openid: string;
  templateId: string;
  msgid: number;
  reached: boolean;
}

export interface Callbacks {
  reportTo(where: ReportTo): void;
  smsStatus(report: SmsReport): void;
  cardStatus(card: Card): void;
  /** A person answers an SMS. False when the court's side did not take it. */
  reply(phone: string, text: string): Promise<boolean>;
  /** When everything under way has been said. */
  settled(): Promise<void>;
}

interface Desk {
  now: () => Date;
  faults: Faults;
  closing: AbortSignal;
}

type Say = (isTrue: boolean, isForged: boolean) => Promise<unknown>;

/** The carriers' calls back to the account that sent. Without an address nothing is said. */
export function createCallbacks({ now, faults, closing }: Desk): Callbacks {
  let where: ReportTo | undefined;
  const underWay = new Set<Promise<void>>();
  const post = (url: string, type: string, body: string) => postOften(url, type, body, closing);

  const report = (to: string, say: (at: ReportTo) => Say) => {
    const at = where;
    if (!at) return;
    const fault = faults.take('report', to)?.fault;
    const saying = sayBy(fault, say(at), at.afterMs ?? 0, closing).finally(() => underWay.delete(saying));
    underWay.add(saying);
  };
  return {
    reportTo: (to) => {
      where = to;
    },
    smsStatus: (status) =>
      report(status.SubscriberNumber, ({ tencent }) => (isTrue, isForged) => {
        const url = isForged ? `${tencent}x` : tencent;
        return post(url, 'application/json', JSON.stringify([tencentStatus(status, isTrue)]));
      }),
    cardStatus: (card) =>
      report(card.openid, ({ wechat: { url, token } }) => (isTrue, isForged) => {
        const signed = `${url}?${signedQuery(isForged ? `${token}x` : token, now())}`;
        return post(signed, 'text/xml', wechatEvent(card, isTrue, now()));
      }),
    reply: async (phone, text) => {
      if (!where) return false;
      const time = Math.floor(now().getTime() / 1000);
      const words = { extend: '', mobile: phone, nationcode: '86', sign: '', text, time };
      return post(where.tencent, 'application/json', JSON.stringify(words));
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function sayBy(
  fault: Fault | undefined,
  say: Say,
  afterMs: number,
  closing: AbortSignal,
): Promise<void> {
  await sleep(fault?.kind === 'late' ? fault.ms : afterMs, undefined, { signal: closing }).catch(() => {});
  if (closing.aborted) return;
  await say(true, fault?.kind === 'forged');
  if (fault?.kind === 'twice') await say(true, false);
  if (fault?.kind === 'out-of-order') await say(false, false);
}

const TRIES = 3;
const PAUSE_MS = 2_000;

/** Tries again while the other side is ill, not when it says no. True when it was taken. */
async function postOften(url: string, type: string, body: string, closing: AbortSignal): Promise<boolean> {
  for (let tries = 1; !closing.aborted; tries += 1) {
    const headers = { 'content-type': type };
    const status = await fetch(url, { method: 'POST', headers, body, signal: closing }).then(
      (response) => response.status,
      () => 500,
    );
    if (status < 500) return status === 200;
    if (tries === TRIES) return false;
    await sleep(PAUSE_MS, undefined, { signal: closing }).catch(() => {});
  }
  return false;
}

/** In the words of Tencent's callback; `isTrue` false: what was believed before. */
function tencentStatus(status: SmsReport, isTrue: boolean): object {
  const reached = (status.ReportStatus === 'SUCCESS') === isTrue;
  const received = new Date((status.UserReceiveTime + 8 * 3600) * 1000).toISOString();
  return {
    user_receive_time: received.slice(0, 19).replace('T', ' '),
    nationcode: status.CountryCode,
    mobile: status.SubscriberNumber,
    report_status: reached ? 'SUCCESS' : 'FAIL',
    errmsg: reached ? 'DELIVRD' : 'UNDELIV',
    description: reached ? '用户短信送达成功' : '用户短信送达失败',
    sid: status.SerialNo,
  };
}

function wechatEvent({ openid, templateId, msgid, reached }: Card, isTrue: boolean, now: Date): string {
  const isDelivered = reached === isTrue;
  return `<xml><ToUserName><![CDATA[gh_sandbox]]></ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName>
<CreateTime>${Math.floor(now.getTime() / 1000)}</CreateTime><MsgType><![CDATA[event]]></MsgType>
<Event><![CDATA[subscribe_msg_sent_event]]></Event><SubscribeMsgSentEvent><List>
<TemplateId><![CDATA[${templateId}]]></TemplateId><MsgID>${msgid}</MsgID>
<ErrorCode>${isDelivered ? 0 : 1}</ErrorCode>
<ErrorStatus><![CDATA[${isDelivered ? 'success' : 'failed: system failed'}]]></ErrorStatus>
</List></SubscribeMsgSentEvent></xml>`;
}

function signedQuery(token: string, now: Date): string {
  const [timestamp, nonce] = [String(Math.floor(now.getTime() / 1000)), 'sandbox'];
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
  return new URLSearchParams({ signature, timestamp, nonce }).toString();
}
