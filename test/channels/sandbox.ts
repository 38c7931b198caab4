import { createServer, type Server } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import {
  type CarrierSandbox,
  createCarrierSandbox,
  serveCarrierSandbox,
} from '../../cloudfunctions/host/carrier-sandbox';
import type { OutgoingMessage } from '../../cloudfunctions/server/channels/channel';

/** The carriers' sandbox on a free port of loopback, with a clock that the test moves and a list of who called. */
export interface Carriers extends CarrierSandbox {
  url: string;
  clock: { now: Date };
  calls: string[];
  /** What the sandbox read in the bodies of the calls, in the same order. */
  bodies: string[];
  stop(): Promise<void>;
}

export const TENCENT = { secretId: 'test-id', secretKey: 'test-key', sdkAppId: '1400000000' };
export const WECHAT = { appId: 'wx0000000000000000', secret: 'test-secret' };
export const GATEWAY = { key: 'test-gateway-key' };
export const COURT = '青溪县人民法院';
export const PHONE = '19900000001';
export const OPENID = 'openid-of-chen';

export async function startCarriers(): Promise<Carriers> {
  const clock = { now: new Date('2026-03-02T02:00:00Z') };
  const sandbox = createCarrierSandbox({
    now: () => clock.now,
    tencent: {
      ...TENCENT,
      signNames: [COURT],
      templates: { 1001: '任务{1}，请于{2}前办理。核实请拨12368。', 1002: '您的事项已办结。' },
    },
    wechat: {
      ...WECHAT,
      pages: ['pages/inbox/index'],
      templates: {
        'tmpl-due': { title: '待办提醒', fields: { thing1: '事项', date2: '日期' } },
        'tmpl-week': { title: '每周汇总', fields: { number1: '件数' }, longTerm: true },
      },
    },
    gateway: GATEWAY,
    keep: 50,
  });
  const { app, calls, bodies } = watched(sandbox);
  const served = await serveCarrierSandbox({ ...sandbox, app });
  return { ...sandbox, clock, calls, bodies, url: served.url, stop: served.close };
}

function watched(sandbox: CarrierSandbox) {
  const calls: string[] = [];
  const bodies: string[] = [];
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    calls.push(c.req.path);
    bodies.push(await c.req.text());
    await next();
  });
  app.route('/', sandbox.app);
  return { app, calls, bodies };
}

export function sms(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    noticeId: 'notice_1',
    channel: 'sms',
    to: PHONE,
    template: 'due',
    text: `【${COURT}】任务K7M2-9QXR，请于3月12日前办理。核实请拨12368。`,
    fields: { task: 'K7M2-9QXR', due: '3月12日' },
    ...changes,
  };
}

/** An address of loopback where nobody listens. */
export async function nobodysAddress(protocol = 'http'): Promise<string> {
  const { url, stop } = await silentAddress(protocol);
  await stop();
  return url;
}

/** An address that takes the connection and then says nothing at all, not even a TLS greeting. */
export async function silentAddress(protocol: string): Promise<{ url: string; stop(): Promise<void> }> {
  const server: Server = createServer();
  const sockets = new Set<{ destroy(): unknown }>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `${protocol}://127.0.0.1:${port}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
