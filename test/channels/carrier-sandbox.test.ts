import { sms as tencent } from 'tencentcloud-sdk-nodejs-sms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createCarrierSandbox,
  gatewayConfig,
  serveCarrierSandbox,
} from '../../cloudfunctions/host/carrier-sandbox';
import type { Channel } from '../../cloudfunctions/server/channels/channel';
import { carriersFrom } from '../../cloudfunctions/server/channels/from-settings';
import { gatewaySms } from '../../cloudfunctions/server/channels/sms-gateway';
import { SetupError } from '../../cloudfunctions/server/settings';
import { type Carriers, COURT, GATEWAY, OPENID, PHONE, sms, startCarriers, TENCENT, WECHAT } from './sandbox';

let carriers: Carriers;
let gateway: Channel;

beforeAll(async () => {
  carriers = await startCarriers();
  gateway = gatewaySms(gatewayConfig(carriers.url, GATEWAY));
});
afterAll(() => carriers.stop());

const say = (text: string, to = PHONE) => gateway.send(sms({ to, text: `【${COURT}】${text}` }));

describe('the carriers’ sandbox', () => {
  test('tells its listeners of each arrival until they stop', async () => {
    const heard: string[] = [];
    const stop = carriers.onArrival((arrival) => heard.push(arrival.text));
    await say('第一条');
    stop();
    await say('第二条');
    expect(heard).toEqual([`【${COURT}】第一条`]);
  });

  test('keeps the last arrivals only, each with its own id and the hour of its clock', async () => {
    for (let n = 0; n < 55; n += 1) await say(`汇总${n}`);
    const kept = carriers.arrivals();
    expect(kept).toHaveLength(50);
    expect(kept.at(-1)).toMatchObject({ text: `【${COURT}】汇总54`, at: '2026-03-02T02:00:00.000Z' });
    expect(new Set(kept.map(({ id }) => id)).size).toBe(50);
  });

  test('a fault strikes the one whom it was made for, as often as it says, and can be taken back', async () => {
    const other = '19900000002';
    const takeBack = carriers.failNext({
      carrier: 'sms',
      to: other,
      times: 3,
      fault: { kind: 'code', code: 'E11' },
    });
    expect(await say('一')).toMatchObject({ outcome: 'accepted' });
    expect(await say('二', other)).toMatchObject({ outcome: 'opted-out' });
    expect(await say('三', other)).toMatchObject({ outcome: 'opted-out' });
    takeBack();
    expect(await say('四', other)).toMatchObject({ outcome: 'accepted' });
  });

  test('gives each report of a sent SMS once, to him who signs', async () => {
    const client = new tencent.v20210111.Client({
      credential: TENCENT,
      region: 'ap-guangzhou',
      profile: { httpProfile: { protocol: 'http://', endpoint: new URL(carriers.url).host } },
    });
    const channel = carriersFrom(settings('tmpl-due:thing1,date2')).sms;
    const { serial } = await channel.send(sms());
    const pull = () => client.PullSmsSendStatus({ Limit: 10, SmsSdkAppId: TENCENT.sdkAppId });
    const report = { SerialNo: serial, ReportStatus: 'SUCCESS', SessionContext: 'notice_1' };
    expect((await pull()).PullSmsSendStatusSet).toMatchObject([report]);
    expect((await pull()).PullSmsSendStatusSet).toEqual([]);
    await expect(client.request('SendCarrierPigeon', {})).rejects.toMatchObject({ code: 'InvalidAction' });
  });

  test('checks a subscribe message’s fields by itself', async () => {
    const call = async (path: string, body: object) => {
      const response = await fetch(`${carriers.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
      return (await response.json()) as Record<string, unknown>;
    };
    const token = { grant_type: 'client_credential', appid: WECHAT.appId, secret: WECHAT.secret };
    const { access_token } = await call('/cgi-bin/stable_token', token);
    const data = { thing1: { value: '事'.repeat(21) }, date2: { value: '2026年3月12日' } };
    const send = { touser: OPENID, template_id: 'tmpl-due', data };
    expect(await call(`/cgi-bin/message/subscribe/send?access_token=${access_token}`, send)).toMatchObject({
      errcode: 47003,
    });
    expect(await call('/cgi-bin/message/subscribe/send', send)).toMatchObject({ errcode: 40001 });
  });

  test('lets go of the calls that hang when it is closed', async () => {
    const own = createCarrierSandbox({
      now: () => new Date('2026-03-02T02:00:00Z'),
      tencent: { ...TENCENT, signNames: [], templates: {} },
      wechat: { ...WECHAT, templates: {} },
      gateway: GATEWAY,
    });
    const served = await serveCarrierSandbox(own);
    const arrived = new Promise((resolve) => own.onArrival(resolve));
    own.failNext({ carrier: 'sms', fault: { kind: 'hang' }, arrives: true });
    const hanging = gatewaySms(gatewayConfig(served.url, GATEWAY)).send(sms());
    await arrived;
    await served.close();
    expect(await hanging).toEqual({ outcome: 'unknown', reason: 'connection-lost' });
  });

  test('says so when its port is taken', async () => {
    const port = Number(new URL(carriers.url).port);
    await expect(serveCarrierSandbox(carriers, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the channels that the settings name', () => {
  test('send subscribe messages by the fields that the operator listed', async () => {
    carriers.grant(OPENID, 'tmpl-due');
    const { subscribe } = carriersFrom(settings('tmpl-due:thing1,date2'));
    const fields = { task: '任务K7M2-9QXR', due: '2026年3月12日' };
    const receipt = await subscribe.send(sms({ channel: 'subscribe', to: OPENID, fields }));
    expect(receipt).toMatchObject({ outcome: 'accepted' });
  });

  test.each(['tmpl-due', 'tmpl-due:', ':thing1', 'tmpl-due:thing1,wish2'])(
    'refuse the template “%s”',
    (text) => {
      expect(() => carriersFrom(settings(text))).toThrow(SetupError);
    },
  );
});

function settings(template: string) {
  return {
    sms: {
      driver: 'tencent' as const,
      ...TENCENT,
      signName: COURT,
      endpoint: carriers.url,
      templates: { due: '1001' },
    },
    subscribe: { ...WECHAT, baseUrl: carriers.url, templates: { due: template } },
  };
}
