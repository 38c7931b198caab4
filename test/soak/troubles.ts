import type { FaultRule } from '../../cloudfunctions/host/carrier-sandbox';
import type { Chance } from './random';
import { DEADLINE_MS } from './soak-app';
import type { SoakCarriers } from './soak-carriers';

type Trouble = Pick<FaultRule, 'fault' | 'arrives'>;

const status = (code: number): Trouble => ({ fault: { kind: 'status', status: code } });

/** What goes wrong with one call, each as often as it stands here. */
const OF_BOTH: readonly Trouble[] = [
  status(503),
  status(500),
  { ...status(502), arrives: true },
  { fault: { kind: 'malformed' }, arrives: true },
  { fault: { kind: 'drop' } },
  { fault: { kind: 'drop' }, arrives: true },
  { fault: { kind: 'drop' }, arrives: true },
  { fault: { kind: 'late', ms: 60 } },
  { fault: { kind: 'late', ms: 250 } },
  { fault: { kind: 'late', ms: 250 } },
  { fault: { kind: 'twice' } },
  { fault: { kind: 'twice' } },
];
const OF_SMS: readonly Trouble[] = [
  { fault: { kind: 'code', code: 'FailedOperation.PhoneNumberInBlacklist' } },
  { fault: { kind: 'code', code: 'InvalidParameterValue.IncorrectPhoneNumber' } },
  { fault: { kind: 'code', code: 'LimitExceeded.PhoneNumberOneHourLimit' } },
];
const OF_WECHAT: readonly Trouble[] = [
  { fault: { kind: 'code', code: 43101 } },
  { fault: { kind: 'code', code: 43108 } },
  { fault: { kind: 'code', code: -1 } },
];
/** These hold their handful for as long as a call may take; hence few. */
const SLOW: readonly Trouble[] = [
  { fault: { kind: 'hang' } },
  { fault: { kind: 'hang' }, arrives: true },
  { fault: { kind: 'late', ms: DEADLINE_MS + 700 } },
];

export interface TroubleSettings {
  /** Of so many calls one goes wrong. */
  oneOf: number;
  /** How many may hang in the whole run. */
  slow: number;
}

/** Makes calls go wrong here and there, for as long as `isOn` says so. */
export function trouble(
  carriers: SoakCarriers,
  chance: Chance,
  { oneOf, slow }: TroubleSettings,
  isOn: () => boolean,
): void {
  let slowLeft = slow;
  carriers.onCall(() => {
    if (!isOn() || !chance.happens(1 / oneOf)) return;
    const carrier = chance.happens(0.8) ? 'sms' : 'subscribe';
    if (slowLeft > 0 && chance.happens(0.15)) {
      slowLeft -= 1;
      carriers.fail({ carrier, ...chance.pick(SLOW) });
      return;
    }
    const own = carrier === 'sms' ? OF_SMS : OF_WECHAT;
    carriers.fail({ carrier, ...chance.pick(chance.happens(0.3) ? own : OF_BOTH) });
    if (chance.happens(0.03)) carriers.fail({ carrier: 'token', fault: { kind: 'drop' } });
  });
}
