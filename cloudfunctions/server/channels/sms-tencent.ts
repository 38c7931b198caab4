import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { sms } from 'tencentcloud-sdk-nodejs-sms';
import type { Channel, OutgoingMessage, Question, Receipt } from './channel';
import { DEADLINE_MS } from './http-call';
import { HOUR, type Meaning, meaningOfStatus, permanent, receiptOf, temporary, unknown } from './meaning';
import { meaningOfTencent } from './sms-tencent-codes';

export interface TencentSmsConfig {
  secretId: string;
  secretKey: string;
  sdkAppId: string;
  /** The approved signature, without its brackets 【】. */
  signName: string;
  /** Our template key → the number of the template that Tencent approved; its variables are {1}, {2} … */
  templates: Record<string, string>;
  endpoint?: string;
  region?: string;
  deadlineMs?: number;
}

type SendResponse = { SendStatusSet?: { Code?: string; SerialNo?: string }[] };
type PullResponse = { PullSmsSendStatusSet?: Report[] };
type Report = { SerialNo?: string; SessionContext?: string; ReportStatus?: string };

/** SMS by Tencent Cloud. */
export function tencentSms(config: TencentSmsConfig): Channel {
  return {
    send: (message) => send(config, message),
    ask: (question) => ask(config, question),
  };
}

async function send(config: TencentSmsConfig, message: OutgoingMessage): Promise<Receipt> {
  const template = config.templates[message.template];
  const number = internationalNumber(message.to);
  if (!template) return permanent('template');
  if (!number) return permanent('number-invalid');
  const answer = await call<SendResponse>(config, 'SendSms', {
    PhoneNumberSet: [number],
    SmsSdkAppId: config.sdkAppId,
    TemplateId: template,
    SignName: config.signName,
    TemplateParamSet: Object.values(message.fields),
    SessionContext: message.noticeId,
  });
  if ('absent' in answer) return answer.absent;
  const status = answer.body.SendStatusSet?.[0];
  if (!status?.Code) return unknown('unreadable-answer');
  return receiptOf(meaningOfTencent(status.Code), status.SerialNo);
}

/**
 * After a lost answer there is no serial to ask by, so the number is asked and our own id looked for among the
 * reports. Tencent echoes it only for accounts that asked for it; without it the fate stays unknown.
 */
async function ask(config: TencentSmsConfig, question: Question): Promise<Receipt> {
  const answer = await call<PullResponse>(config, 'PullSmsSendStatusByPhoneNumber', {
    SmsSdkAppId: config.sdkAppId,
    PhoneNumber: internationalNumber(question.to) ?? question.to,
    BeginTime: Math.floor(question.sentAt.getTime() / 1000) - CLOCKS_MAY_DIFFER_SECONDS,
    Offset: 0,
    Limit: 100,
  });
  const reports = 'absent' in answer ? [] : (answer.body.PullSmsSendStatusSet ?? []);
  const report = reports.find((one) =>
    question.serial ? one.SerialNo === question.serial : one.SessionContext === question.noticeId,
  );
  return receiptOf(meaningOfReport(report), report?.SerialNo ?? question.serial);
}

const CLOCKS_MAY_DIFFER_SECONDS = 300;

function meaningOfReport(report: Report | undefined): Meaning {
  if (report?.ReportStatus === 'SUCCESS') return { outcome: 'delivered' };
  if (report?.ReportStatus === 'FAIL') return permanent('undelivered');
  return unknown('not-reported');
}

function internationalNumber(number: string): string | undefined {
  if (/^1\d{10}$/.test(number)) return `+86${number}`;
  return /^\+\d{8,15}$/.test(number) ? number : undefined;
}

type Answer<Body> = { body: Body } | { absent: Meaning };

async function call<Body>(config: TencentSmsConfig, action: string, request: object): Promise<Answer<Body>> {
  const address = config.endpoint ?? 'https://sms.tencentcloudapi.com';
  if (!URL.canParse(address)) return { absent: temporary('misconfigured', HOUR) };
  const { protocol, host } = new URL(address);
  const line = watchedLine(protocol);
  const signal = AbortSignal.timeout(config.deadlineMs ?? DEADLINE_MS);
  const client = new sms.v20210111.Client({
    credential: { secretId: config.secretId, secretKey: config.secretKey },
    region: config.region ?? 'ap-guangzhou',
    profile: { httpProfile: { protocol: `${protocol}//`, endpoint: host, agent: line.agent } },
  });
  try {
    return { body: await client.request(action, request, { signal }) };
  } catch (error) {
    return { absent: meaningOfFailure(error as Failure, line.wasConnected(), signal.aborted) };
  }
}

/** What the SDK throws: with `code` for Tencent's own no, with `httpCode` for a bare status. */
type Failure = { code?: string; httpCode?: number; name?: string };

function meaningOfFailure(
  { code, httpCode, name }: Failure,
  wasConnected: boolean,
  timedOut: boolean,
): Meaning {
  if (httpCode) return meaningOfStatus(httpCode);
  if (!wasConnected) return temporary('unreachable');
  if (timedOut) return unknown('timed-out');
  // The SDK lets the errors of reading an answer through as they are.
  if (name === 'FetchError' || name === 'TypeError') return unknown('unreadable-answer');
  return code ? meaningOfTencent(code) : unknown('connection-lost');
}

/**
 * The SDK drops the system's error code, so we watch the line ourselves: before it stood, nothing was written.
 * An agent of ours also keeps the SDK from taking a proxy out of the environment.
 */
function watchedLine(protocol: string) {
  const [agent, event] =
    protocol === 'http:' ? [new HttpAgent(), 'connect'] : [new HttpsAgent(), 'secureConnect'];
  const connect = agent.createConnection.bind(agent);
  let connected = false;
  agent.createConnection = (options, callback) =>
    connect(options, callback)?.once(event, () => {
      connected = true;
    });
  return { agent, wasConnected: () => connected };
}
