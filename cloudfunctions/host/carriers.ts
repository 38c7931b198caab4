import { RING_CARD, ringSmsTemplates } from '../../shared/reminders/ring-wording';
import { type Place, SUBSCRIBE_TEMPLATES, smsTemplates } from '../../shared/reminders/wording';
import { carriersFrom } from '../server/channels/from-settings';
import type { CarrierSettings, Settings } from '../server/settings';
import {
  type CarrierSandbox,
  createCarrierSandbox,
  type ReportTo,
  serveCarrierSandbox,
} from './carrier-sandbox';

export interface DemoCarriers {
  sandbox: CarrierSandbox;
  url: string;
  close(): Promise<void>;
}

/** The carriers of a demonstration: they know this court's account, signature and templates, as if filed with them. */
export async function startDemoCarriers(
  { sms, subscribe }: CarrierSettings,
  place: Place,
  now: () => Date,
): Promise<DemoCarriers> {
  if (sms.driver !== 'tencent') throw new Error('the demo speaks to Tencent');
  const { secretId, secretKey, sdkAppId, signName } = sms;
  const sandbox = createCarrierSandbox({
    now,
    tencent: { secretId, secretKey, sdkAppId, signNames: [signName], templates: allSms(place) },
    wechat: { appId: subscribe.appId, secret: subscribe.secret, templates: LONG_TERM },
    gateway: { key: 'demo-gateway-key' },
  });
  const served = await serveCarrierSandbox(sandbox);
  return { sandbox, url: served.url, close: served.close };
}

const allSms = (place: Place) => ({ ...smsTemplates(place), ...ringSmsTemplates() });
const ALL_CARDS = { ...SUBSCRIBE_TEMPLATES, ring: RING_CARD };

/** Courts get templates that a person grants once for good; nobody of the demo has to tap for each card. */
const LONG_TERM = Object.fromEntries(
  Object.entries(ALL_CARDS).map(([key, template]) => [key, { ...template, longTerm: true }]),
);

/** What a phone network takes to say that a message is there. */
const NETWORK_MS = 1_500;

/** Where the demo's carriers report: to this server's own door, by whatever name it listens. */
export function demoReports({
  receipts,
  host,
  port,
}: Pick<Settings, 'receipts' | 'host' | 'port'>): ReportTo {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const door = `http://${name.includes(':') ? `[${name}]` : name}:${port}/receipts`;
  return {
    tencent: `${door}/tencent-sms?token=${receipts.tencent!.token}`,
    wechat: { url: `${door}/wechat`, token: receipts.wechat!.token },
    afterMs: NETWORK_MS,
  };
}

/** The real clients, pointed at the sandbox. */
export function demoChannels({ sms, subscribe }: CarrierSettings, place: Place, url: string) {
  const numbers = Object.keys(allSms(place)).map((key) => [key, key]);
  const cards = Object.entries(ALL_CARDS).map(([key, { fields }]) => [
    key,
    `${key}:${Object.keys(fields).join(',')}`,
  ]);
  return carriersFrom({
    sms: sms.driver === 'tencent' ? { ...sms, endpoint: url, templates: Object.fromEntries(numbers) } : sms,
    subscribe: { ...subscribe, baseUrl: url, templates: Object.fromEntries(cards) },
  });
}
