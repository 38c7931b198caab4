import type { App } from '../app';
import { receiveMail } from '../carrier-reports/receive';
import type { CarrierCall, HttpAnswer, HttpCall, Verdict } from './http-call';
import { smsGateway } from './sms-gateway';
import { tencentSms } from './tencent-sms';
import { wechat } from './wechat';

const AT_MOST = 1024 * 1024;

/**
 * A carrier's call: proved, read, kept, acted on. What is forged or cannot be read changes nothing, and the log says
 * only which door and why. A fault of ours is thrown, so that the carrier comes again.
 */
export async function answerCarrier(app: App, call: HttpCall): Promise<HttpAnswer> {
  const carrier = call.path.split('/').filter(Boolean).at(-1) ?? '';
  const verdict = judge(app, carrier, carrierCall(call));
  if ('no' in verdict) {
    app.log({ level: 'warn', at: 'receipts', carrier: DOORS.has(carrier) ? carrier : 'unknown', ...verdict });
    return answer(verdict.no, '');
  }
  await receiveMail(app, verdict.mail);
  return answer(200, verdict.thanks, verdict.type);
}

type Door = (app: App, call: CarrierCall) => Verdict | undefined;

const DOORS = new Map<string, Door>([
  ['wechat', ({ receipts, now }, call) => receipts.wechat && wechat(receipts.wechat, call, now())],
  ['tencent-sms', ({ receipts, now }, call) => receipts.tencent && tencentSms(receipts.tencent, call, now())],
  ['sms-gateway', ({ receipts, now }, call) => receipts.gateway && smsGateway(receipts.gateway, call, now())],
]);

function judge(app: App, carrier: string, call: CarrierCall): Verdict {
  if (call.body.length > AT_MOST) return { no: 413, why: 'too-large' };
  return DOORS.get(carrier)?.(app, call) ?? { no: 404, why: 'no-such-door' };
}

function carrierCall({ httpMethod, headers, queryStringParameters, body = '', isBase64Encoded }: HttpCall) {
  return {
    method: httpMethod,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    query: queryStringParameters ?? {},
    body: isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body,
  };
}

const answer = (statusCode: number, body: string, type = 'text/plain'): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  body,
});
