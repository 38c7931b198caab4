import { groupTextFault } from '../shared/reminders/group-text';
import { type Clock, systemClock } from './clock';
import { type AsBot, createDelivery } from './deliver';
import type { Gateway, Inbound } from './gateways/port';
import { createInbox } from './inbox';
import type { Pace } from './settings';
import { createWatch, type GatewayReport } from './watch';

export interface BotParts {
  gateway: Gateway;
  asBot: AsBot;
  /** What to answer; null is silence. */
  talk(message: Inbound): Promise<string | null>;
  pace: Pick<Pace, 'reportEveryMs' | 'claimEveryMs'>;
  log(line: Record<string, string>): void;
  clock?: Clock;
}

export interface RunningBot {
  stop(): Promise<void>;
}

/** Everything between a gateway and the api door. */
export async function runBot(parts: BotParts): Promise<RunningBot> {
  const { gateway, asBot, talk, pace, log, clock = systemClock } = parts;
  const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');
  const report = (how: GatewayReport) =>
    asBot('report-gateway', how).catch((error: unknown) => log({ at: 'report', error: nameOf(error) }));
  const watch = createWatch(gateway.name, report, pace.reportEveryMs, clock);
  const delivery = createDelivery({ gateway, asBot, isUp: watch.isUp });

  /** The last look at what is said in a group, whoever wrote the words. */
  const say: Gateway['say'] = async (to, text) => {
    const fault = 'group' in to ? groupTextFault(text, delivery.site()) : null;
    if (!fault) return gateway.say(to, text);
    await asBot('report-group-refusal', { gateway: gateway.name, fault });
    return { kind: 'permanent', reason: fault };
  };

  const inbox = createInbox({ talk, say, log });
  let stopped = false;
  let cancelRound = () => {};
  let running = Promise.resolve();
  const round = () => {
    running = delivery
      .round()
      .catch((error: unknown) =>
        log({ at: 'deliver', error: error instanceof Error ? error.name : 'unknown' }),
      )
      .then(() => {
        if (!stopped) cancelRound = clock.after(pace.claimEveryMs, round);
      });
  };

  await gateway.start({
    message: inbox,
    state: (state) => {
      log({ at: 'gateway', gateway: gateway.name, state });
      watch.hear(state);
    },
  });
  round();
  return {
    stop: async () => {
      stopped = true;
      cancelRound();
      watch.stop();
      await running;
      await gateway.stop();
    },
  };
}
