import { randomBytes } from 'node:crypto';
import type { App } from '../../cloudfunctions/server/app';
import type { Channel } from '../../cloudfunctions/server/channels/channel';
import { createRandom } from '../../cloudfunctions/server/random';
import { createVault } from '../../cloudfunctions/server/sensitive';
import { connect } from '../../cloudfunctions/server/storage/connect';
import { makeId } from '../../shared/ids';
import { NOW } from './book';

/** A carrier that takes everything at once and gives each message a number. */
export function noCarrier(onCall: () => void = () => {}): Channel {
  let taken = 0;
  const mark = randomBytes(4).toString('hex');
  return {
    async send() {
      onCall();
      taken += 1;
      return { outcome: 'accepted', serial: `${mark}-${taken}` };
    },
  };
}

/** The real engine on this database, at one moment, without pages, files and tokens. */
export function benchApp(url: string, options: { sms?: Channel; rate?: number } = {}): App {
  const random = createRandom();
  const sms = options.sms ?? noCarrier();
  return {
    db: connect(url, { max: 10 }),
    now: () => new Date(NOW),
    random,
    newId: (kind) => makeId(kind, random),
    vault: createVault(new Uint8Array(32).fill(7)),
    tipVault: createVault(new Uint8Array(32).fill(8)),
    tipsterVault: createVault(new Uint8Array(32).fill(9)),
    contentChecker: null,
    channels: { sms, subscribe: sms },
    courtId: null,
    limits: null,
    alarmWebhook: null,
    rates: { sms: options.rate ?? 0, subscribe: 0 },
    publicUrl: 'https://zhiqian.test',
    demo: false,
    log: (line) => console.error(line),
  } satisfies Omit<App, 'tokens' | 'passwords' | 'wallClock' | 'files' | 'anchors' | 'receipts'> as App;
}
