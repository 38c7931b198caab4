import { groupTextFault } from '../shared/reminders/group-text';
import { type Clock, systemClock } from './clock';
import { type AsBot, createDelivery } from './deliver';
import type { Addressee, Gateway, Inbound, Outcome } from './gateways/port';
import { createInbox } from './inbox';
import type { Pace } from './settings';
import { createWatch, type GatewayReport } from './watch';

export interface BotParts {
  gateway: Gateway;
  asBot: AsBot;
  /** What to answer; null is silence. */
  talk(message: Inbound): Promise<string | null>;
  /** Hears what the bot told somebody of its own accord. */
  told?(user: string, text: string): void;
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
  const delivery = createDelivery({ gateway: { ...gateway, say: tell }, asBot, isUp: watch.isUp });

  /** 「收到」 may answer it, also when nobody knows whether it arrived. */
  async function tell(to: Addressee, text: string): Promise<Outcome> {
    const outcome = await gateway.say(to, text);
    if ('user' in to && (outcome.kind === 'accepted' || outcome.kind === 'unknown'))
      parts.told?.(to.user, text);
    return outcome;
  }

  /** The last look at what is said in a group, whoever wrote the words. */
  const say: Gateway['say'] = async (to, text) => {
    const fault = 'group' in to ? groupTextFault(text, delivery.site()) : null;
    if (!fault) return gateway.say(to, text);
    await asBot('report-group-refusal', { gateway: gateway.name, fault });
    return { kind: 'permanent', reason: fault };
  };

  const inbox = createInbox({ talk, say, log, clock });
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
