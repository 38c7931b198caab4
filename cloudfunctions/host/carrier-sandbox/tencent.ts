import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Backstage } from './backstage';
import { answerBy, type Fault } from './faults';
import { createSmsReports, type SmsReport, type SmsReports } from './sms-reports';
import { signatureProblem } from './tencent-signature';

export interface TencentAccount {
  secretId: string;
  secretKey: string;
  sdkAppId: string;
  /** Approved signatures, without 【】. */
  signNames: string[];
  /** Approved templates by their number, with {1}, {2} … for the variables. */
  templates: Record<string, string>;
}

interface SendSms {
  PhoneNumberSet?: string[];
  SmsSdkAppId?: string;
  TemplateId?: string;
  SignName?: string;
  TemplateParamSet?: string[];
  SessionContext?: string;
}

interface Pull {
  Limit?: number;
  PhoneNumber?: string;
  BeginTime?: number;
  EndTime?: number;
}

/** SMS 2021-01-11 of Tencent Cloud: one path, the action in a header, 200 whatever happens. */
export function tencentDoor(account: TencentAccount, stage: Backstage) {
  const reports = createSmsReports(2_000);
  return new Hono<{ Bindings: HttpBindings }>().post('/', async (c) => {
    const body = await c.req.text();
    const headers = c.req.raw.headers;
    const problem = requestProblem(account, headers, body);
    if (problem) return c.json(refusal(problem));
    const request = JSON.parse(body);
    const action = headers.get('x-tc-action');
    if (action === 'PullSmsSendStatus') return c.json(pulled(reports.pull((request as Pull).Limit ?? 0)));
    if (action === 'PullSmsSendStatusByPhoneNumber') {
      return c.json(pulled(reportsOfNumber(reports, request, stage)));
    }
    if (action !== 'SendSms') return c.json(refusal('InvalidAction'));
    const { PhoneNumberSet, SessionContext } = request as SendSms;
    const to = national(PhoneNumberSet?.[0]);
    const rule = stage.faults.take('sms', to);
    stage.heard({ carrier: 'sms', to, reference: SessionContext, fault: rule?.fault, line: c.env.outgoing });
    return answerBy(c, rule, stage.closing, (fault) => sendSms({ account, stage, reports }, request, fault));
  });
}

type Desk = { account: TencentAccount; stage: Backstage; reports: SmsReports };

function requestProblem(account: TencentAccount, headers: Headers, body: string): string | undefined {
  if (headers.get('x-tc-version') !== '2021-01-11') return 'NoSuchVersion';
  return signatureProblem(headers, body, account);
}

function sendSms(desk: Desk, request: SendSms, fault?: Fault): object {
  const numbers = request.PhoneNumberSet ?? [];
  if (fault?.kind === 'error') return refusal(fault.code);
  if (request.SmsSdkAppId !== desk.account.sdkAppId) {
    return refusal('UnauthorizedOperation.SmsSdkAppIdVerifyFail');
  }
  if (numbers.length === 0) return refusal('MissingParameter.EmptyPhoneNumberSet');
  if (numbers.length > 200) return refusal('LimitExceeded.PhoneNumberCountLimit');
  return answer({ SendStatusSet: numbers.map((number) => sendOne(desk, request, number, fault)) });
}

function sendOne({ account, stage, reports }: Desk, request: SendSms, number: string, fault?: Fault) {
  const to = national(number);
  const text = textOnPhone(account, request);
  const code =
    fault?.kind === 'code' ? String(fault.code) : messageProblem(account, stage, request, to, text);
  const status = { PhoneNumber: number, Fee: code ? 0 : 1, SessionContext: request.SessionContext ?? '' };
  if (code) return { ...status, SerialNo: '', Code: code, Message: 'refused by the sandbox', IsoCode: 'CN' };
  const reached = fault?.kind !== 'undelivered';
  if (reached) arrive(stage, request, to, text);
  const SerialNo = stage.nextSerial();
  const report: SmsReport = {
    SerialNo,
    SessionContext: request.SessionContext ?? '',
    CountryCode: '86',
    SubscriberNumber: to,
    PhoneNumber: `+86${to}`,
    UserReceiveTime: secondsOf(stage.now()),
    ReportStatus: reached ? 'SUCCESS' : 'FAIL',
    Description: reached ? 'DELIVRD' : 'UNDELIV',
  };
  reports.add(report);
  stage.callbacks.smsStatus(report);
  return { ...status, SerialNo, Code: 'Ok', Message: 'send success', IsoCode: 'CN' };
}

/** What Tencent would refuse this message for, in its order: signature, template, variables, number, frequency. */
function messageProblem(
  account: TencentAccount,
  stage: Backstage,
  request: SendSms,
  to: string,
  text: string,
): string | undefined {
  const template = account.templates[request.TemplateId ?? ''];
  const values = request.TemplateParamSet ?? [];
  if (!account.signNames.includes(request.SignName ?? '')) {
    return 'FailedOperation.SignatureIncorrectOrUnapproved';
  }
  if (template === undefined) return 'FailedOperation.TemplateIncorrectOrUnapproved';
  if (new Set(template.match(/\{\d+\}/g)).size !== values.length) {
    return 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate';
  }
  if (values.some((value) => /https?:|www\.|\.(com|cn)\b/i.test(value))) {
    return 'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter';
  }
  if (!/^1\d{10}$/.test(to)) return 'InvalidParameterValue.IncorrectPhoneNumber';
  if (stage.arrivals.hasJustSeen(to, text)) return 'LimitExceeded.PhoneNumberThirtySecondLimit';
  return undefined;
}

function textOnPhone(account: TencentAccount, request: SendSms): string {
  const template = account.templates[request.TemplateId ?? ''] ?? '';
  const body = template.replace(/\{(\d+)\}/g, (_, n) => request.TemplateParamSet?.[Number(n) - 1] ?? '');
  return `【${request.SignName}】${body}`;
}

function arrive(stage: Backstage, request: SendSms, to: string, text: string): void {
  const values = request.TemplateParamSet ?? [];
  stage.arrivals.add({
    carrier: 'sms',
    to,
    ...(request.SessionContext ? { reference: request.SessionContext } : {}),
    signature: request.SignName!,
    template: request.TemplateId!,
    text,
    fields: Object.fromEntries(values.map((value, index) => [String(index + 1), value])),
  });
}

function reportsOfNumber(reports: SmsReports, request: Pull, stage: Backstage) {
  const until = request.EndTime ?? secondsOf(stage.now());
  return reports.ofNumber(request.PhoneNumber ?? '', request.BeginTime ?? 0, until);
}

/** Tencent takes +86, 0086, 86 and the bare number. */
function national(number = ''): string {
  return number.replace(/^(?:\+86|0086|86)(?=1\d{10}$)/, '');
}

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000);
const answer = (body: object) => ({ Response: { ...body, RequestId: 'carrier-sandbox' } });
const pulled = (reports: object[]) => answer({ PullSmsSendStatusSet: reports });
const refusal = (code: string) => answer({ Error: { Code: code, Message: 'refused by the sandbox' } });
