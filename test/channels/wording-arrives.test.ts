import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CarrierSandbox,
  createCarrierSandbox,
  type ServedSandbox,
  serveCarrierSandbox,
} from '../../cloudfunctions/host/carrier-sandbox';
import { carriersFrom } from '../../cloudfunctions/server/channels/from-settings';
import { day } from '../../shared/day';
import { NOTICE_STEPS } from '../../shared/reminders/steps';
import {
  type Audience,
  SUBSCRIBE_TEMPLATES,
  smsTemplates,
  smsWording,
  subscribeWording,
} from '../../shared/reminders/wording';
import { COURT, GATEWAY, OPENID, PHONE, TENCENT, WECHAT } from './sandbox';

/** The court's real words, by the real clients, to carriers that know the templates as they were filed. */

const place = {
  courtName: COURT,
  courtPhone: '0000-1234567',
  hotline: '12368',
  site: 'http://127.0.0.1:8620',
};
const audiences: Audience[] = ['obligor', 'obligee', 'liaison', 'team'];
const messages = NOTICE_STEPS.flatMap((step) => audiences.map((audience) => [step, audience] as const));

let clock = Date.parse('2026-03-02T02:00:00Z');
let sandbox: CarrierSandbox;
let served: ServedSandbox;
let channels: ReturnType<typeof carriersFrom>;

beforeAll(async () => {
  const templates = Object.keys(smsTemplates(place));
  const cards = Object.entries(SUBSCRIBE_TEMPLATES);
  sandbox = createCarrierSandbox({
    now: () => new Date(clock),
    tencent: { ...TENCENT, signNames: [COURT], templates: smsTemplates(place) },
    wechat: { ...WECHAT, templates: SUBSCRIBE_TEMPLATES },
    gateway: GATEWAY,
  });
  served = await serveCarrierSandbox(sandbox);
  channels = carriersFrom({
    sms: {
      driver: 'tencent',
      ...TENCENT,
      signName: COURT,
      endpoint: served.url,
      templates: Object.fromEntries(templates.map((key) => [key, key])),
    },
    subscribe: {
      ...WECHAT,
      baseUrl: served.url,
      templates: Object.fromEntries(
        cards.map(([key, { fields }]) => [key, `${key}:${Object.keys(fields).join(',')}`]),
      ),
    },
  });
});
afterAll(() => served.close());

describe.each(messages)('%s, to the %s', (step, audience) => {
  const saying = { step, audience, taskNumber: 'K7M2-9QXR', day: day('2026-03-12'), code: 'ABCD-2345' };

  test('reads on the phone as the court wrote it', async () => {
    clock += 60_000;
    const { text, template, fields } = smsWording(saying, place);
    const receipt = await channels.sms.send({
      noticeId: 'n',
      channel: 'sms',
      to: PHONE,
      text,
      template,
      fields,
    });
    expect(receipt).toMatchObject({ outcome: 'accepted' });
    expect(sandbox.arrivals().at(-1)).toMatchObject({ to: PHONE, signature: COURT, text });
  });

  test('stands in WeChat field by field', async () => {
    const wording = subscribeWording(saying, place);
    sandbox.grant(OPENID, wording.template);
    const receipt = await channels.subscribe.send({
      noticeId: 'n',
      channel: 'subscribe',
      to: OPENID,
      ...wording,
    });
    expect(receipt).toMatchObject({ outcome: 'accepted' });
    expect(sandbox.arrivals().at(-1)).toMatchObject({
      to: OPENID,
      fields: wording.fields,
      page: wording.page,
    });
  });
});
