import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { App } from '../../cloudfunctions/server/app';
import { tencentSms } from '../../cloudfunctions/server/channels/sms-tencent';
import { subscribeMessage } from '../../cloudfunctions/server/channels/subscribe-message';
import { readSettings } from '../../cloudfunctions/server/settings';
import { wire } from '../../cloudfunctions/server/wiring';
import { SUBSCRIBE_TEMPLATES, smsTemplates } from '../../shared/reminders/wording';

/** The court as its messages name it. */
export const PLACE = {
  courtName: '青溪县人民法院',
  courtPhone: '0999-6000000',
  hotline: '12368',
  site: 'http://zhiqian.test',
};
export const TENCENT = {
  secretId: 'soak-id',
  secretKey: 'soak-key',
  sdkAppId: '1400000000',
  signName: PLACE.courtName,
};
export const WECHAT = { appId: 'wx0000000000000000', secret: 'soak-secret' };
/** In production fifteen seconds; nobody wants to wait so long for each call that hangs. */
export const DEADLINE_MS = 3_000;

export interface Where {
  databaseUrl: string;
  carriersUrl: string;
}

/** The app as production wires it, with the real clients of the carriers. */
export function soakApp({ databaseUrl, carriersUrl }: Where, now: () => Date): App {
  const settings = {
    DATABASE_URL: databaseUrl,
    ZHIQIAN_PUBLIC_URL: PLACE.site,
    ZHIQIAN_ANCHORS: join(tmpdir(), 'zhiqian-soak', `${basename(new URL(databaseUrl).pathname)}.jsonl`),
  };
  const app = wire(readSettings(settings), { now });
  const numbers = Object.keys(smsTemplates(PLACE)).map((key) => [key, key]);
  const cards = Object.entries(SUBSCRIBE_TEMPLATES).map(([key, { fields }]) => [
    key,
    { id: key, fields: Object.keys(fields) },
  ]);
  app.channels = {
    sms: tencentSms({
      ...TENCENT,
      endpoint: carriersUrl,
      templates: Object.fromEntries(numbers),
      deadlineMs: DEADLINE_MS,
    }),
    subscribe: subscribeMessage({
      ...WECHAT,
      baseUrl: carriersUrl,
      templates: Object.fromEntries(cards),
      deadlineMs: DEADLINE_MS,
    }),
  };
  return app;
}
