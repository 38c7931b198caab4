import type { CarrierSettings } from '../settings';
import type { Channel } from './channel';
import { gatewaySms } from './sms-gateway';
import { tencentSms } from './sms-tencent';
import { subscribeMessage } from './subscribe-message';

/** The real clients of the carriers that the settings name. */
export function carriersFrom(settings: CarrierSettings): Record<'sms' | 'subscribe', Channel> {
  const { sms, subscribe } = settings;
  return {
    sms: sms.driver === 'tencent' ? tencentSms(sms) : gatewaySms(sms),
    subscribe: subscribeMessage(subscribe),
  };
}
