import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Backstage } from './backstage';
import { answerBy, breakWire, type Fault, isWireFault } from './faults';
import { wechatTakes } from './wechat-fields';
import { createTokenDesk } from './wechat-token';

export interface WechatAccount {
  appId: string;
  secret: string;
  /** Templates of the account by their id. */
  templates: Record<string, WechatTemplate>;
  /** Pages of the published mini-program; any page where it is not given. */
  pages?: string[];
}

export interface WechatTemplate {
  title: string;
  /** Label by field, in order: { thing1: '事项', date2: '日期' } */
  fields: Record<string, string>;
  /** Granted once for good; otherwise each message uses up one grant. */
  longTerm?: boolean;
}

interface Send {
  touser?: string;
  template_id?: string;
  page?: string;
  data?: Record<string, { value?: unknown }>;
}

interface Check {
  version?: number;
  scene?: number;
  openid?: string;
  content?: string;
}

/** Version 2 wants its user and its scene, and takes 2,500 letters at most. */
function checkProblem({ version, scene, openid, content }: Check): number | undefined {
  if (version !== 2 || !content || content.length > 2_500) return 44991;
  if (!scene || scene < 1 || scene > 4) return 44991;
  return openid ? undefined : 40003;
}

/** As a filter of words does: what sounds of gambling is risky, what sounds of quarrels is for a person to look at. */
const verdictOn = (content: string) =>
  /赌博|毒品/.test(content)
    ? { suggest: 'risky', label: 20002 }
    : /骗子/.test(content)
      ? { suggest: 'review', label: 20008 }
      : { suggest: 'pass', label: 100 };

export interface Grants {
  add(openid: string, templateId: string, times: number): void;
  use(openid: string, templateId: string): boolean;
}

/** The calls of WeChat's server that we use. It answers 200 with `errcode`, whatever happens. */
export function wechatDoor(account: WechatAccount, stage: Backstage) {
  const tokens = createTokenDesk(stage);
  const grants = createGrants();
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post('/cgi-bin/stable_token', async (c) => {
    const rule = stage.faults.take('token');
    if (rule && isWireFault(rule.fault)) return breakWire(c, rule.fault, stage.closing);
    const request = (await c.req.json().catch(() => ({}))) as Record<string, unknown>;
    const code = faultCode(rule?.fault) ?? accountProblem(account, request);
    return c.json(code ? no(code) : tokens.issue(request.force_refresh === true));
  });
  app.post('/cgi-bin/message/subscribe/send', async (c) => {
    const request = (await c.req.json().catch(() => ({}))) as Send;
    const rule = stage.faults.take('subscribe', request.touser);
    const to = request.touser ?? '';
    stage.heard({ carrier: 'subscribe', to, fault: rule?.fault, line: c.env.outgoing });
    const code = faultCode(rule?.fault) ?? tokens.problem(c.req.query('access_token') ?? '');
    if (code) return c.json(no(code));
    return answerBy(c, rule, stage.closing, (fault) =>
      sendMessage({ account, stage, grants }, request, fault),
    );
  });
  app.post('/wxa/msg_sec_check', async (c) => {
    const request = (await c.req.json().catch(() => ({}))) as Check;
    const code = tokens.problem(c.req.query('access_token') ?? '') ?? checkProblem(request);
    return c.json(code ? no(code) : { errcode: 0, errmsg: 'ok', result: verdictOn(request.content!) });
  });
  return { app, grant: grants.add, revokeToken: tokens.revoke };
}

type Desk = { account: WechatAccount; stage: Backstage; grants: Grants };

function sendMessage({ account, stage, grants }: Desk, request: Send, fault?: Fault): object {
  const template = account.templates[request.template_id ?? ''];
  const code = messageProblem(account, template, request);
  if (code || !template) return no(code ?? 40037);
  const [openid, templateId] = [request.touser!, request.template_id!];
  if (!template.longTerm && !grants.use(openid, templateId)) return no(43101);
  const msgid = Number(stage.nextSerial());
  const reached = fault?.kind !== 'undelivered';
  if (reached) arrive(stage, request, template);
  stage.callbacks.cardStatus({ openid, templateId, msgid, reached });
  return { errcode: 0, errmsg: 'ok', msgid };
}

function arrive(stage: Backstage, request: Send, template: WechatTemplate): void {
  const values = Object.entries(template.fields).map(([key]) => [key, String(request.data![key]!.value)]);
  const lines = values.map(([key, value]) => `${template.fields[key!]}：${value}`);
  stage.arrivals.add({
    carrier: 'subscribe',
    to: request.touser!,
    template: request.template_id!,
    text: [template.title, ...lines].join('\n'),
    fields: Object.fromEntries(values),
    ...(request.page ? { page: request.page } : {}),
  });
}

function messageProblem(
  account: WechatAccount,
  template: WechatTemplate | undefined,
  request: Send,
): number | undefined {
  if (!request.touser) return 40003;
  if (!template) return 40037;
  const page = request.page?.replace(/^\//, '').replace(/\?.*$/, '');
  if (page !== undefined && account.pages && !account.pages.includes(page)) return 41030;
  const complete = Object.keys(template.fields).every((key) => wechatTakes(key, request.data?.[key]?.value));
  return complete ? undefined : 47003;
}

function accountProblem(account: WechatAccount, request: Record<string, unknown>): number | undefined {
  if (request.grant_type !== 'client_credential') return 40002;
  if (request.appid !== account.appId) return 40013;
  return request.secret === account.secret ? undefined : 40125;
}

function createGrants(): Grants {
  const left = new Map<string, number>();
  const count = (key: string) => left.get(key) ?? 0;
  return {
    add: (openid, templateId, times) => {
      const key = `${openid} ${templateId}`;
      left.set(key, count(key) + times);
    },
    use: (openid, templateId) => {
      const key = `${openid} ${templateId}`;
      if (count(key) === 0) return false;
      left.set(key, count(key) - 1);
      return true;
    },
  };
}

function faultCode(fault: { kind: string; code?: string | number } | undefined): number | undefined {
  return fault?.code === undefined ? undefined : Number(fault.code);
}

const no = (errcode: number) => ({ errcode, errmsg: 'refused by the sandbox' });
