import { isFieldKey } from '../../../shared/reminders/subscribe-fields';
import { type CarrierSettings, SetupError } from '../settings';
import type { Channel } from './channel';
import { gatewaySms } from './sms-gateway';
import { tencentSms } from './sms-tencent';
import { type SubscribeTemplate, subscribeMessage } from './subscribe-message';

/** The real clients of the carriers that the settings name. */
export function carriersFrom(settings: CarrierSettings): Record<'sms' | 'subscribe', Channel> {
  const { sms, subscribe } = settings;
  const templates = Object.entries(subscribe.templates).map(([key, text]) => [key, readTemplate(key, text)]);
  return {
    sms: sms.driver === 'tencent' ? tencentSms(sms) : gatewaySms(sms),
    subscribe: subscribeMessage({ ...subscribe, templates: Object.fromEntries(templates) }),
  };
}

/** A subscribe template as an operator writes it: its id, a colon, and its fields in the order of our variables. */
function readTemplate(key: string, text: string): SubscribeTemplate {
  const [id = '', keys = ''] = text.split(':');
  const fields = keys.split(',');
  if (id && fields.every(isFieldKey)) return { id, fields };
  throw new SetupError(`WECHAT_TEMPLATES: "${key}" must read like "TEMPLATE_ID:thing1,date2".`);
}
