import type { ActionName, InputOf, OutputOf } from '../shared/actions';
import { groupTextFault } from '../shared/reminders/group-text';
import type { Gateway, Outcome } from './gateways/port';

/** Asks the server for something as the bot. */
export type AsBot = <N extends ActionName>(action: N, input: InputOf<N>) => Promise<OutputOf<N>>;

type Post = OutputOf<'claim-group-posts'>['posts'][number];
type Report = InputOf<'report-chat-notices'>['reports'][number];

export interface DeliverParts {
  gateway: Gateway;
  asBot: AsBot;
  /** Whether the gateway can be spoken through now. */
  isUp(): boolean;
}

export interface Delivery {
  round(): Promise<void>;
  /** The only address that may stand in a group; empty until the server has said it. */
  site(): string;
}

const AT_ONCE = 5;
const AT_MOST = 20;

/**
 * Says what is due and tells what came of it. Nothing is taken while the gateway is not up. Whoever dies between the
 * two leaves it unknown to the server, which never gives it out again.
 */
export function createDelivery({ gateway, asBot, isUp }: DeliverParts): Delivery {
  // What the server could not be told yet. Said once, however long that takes.
  let untold: Report[] = [];
  let site = '';

  async function tell(): Promise<void> {
    while (untold.length > 0) {
      const reports = untold.slice(0, AT_MOST);
      await asBot('report-chat-notices', { gateway: gateway.name, reports });
      untold = untold.slice(reports.length);
    }
  }

  async function sayNotices(): Promise<void> {
    const { notices } = await asBot('claim-chat-notices', { gateway: gateway.name, limit: AT_MOST });
    for (let at = 0; at < notices.length; at += AT_ONCE) {
      const some = notices.slice(at, at + AT_ONCE);
      const said = await Promise.all(
        some.map(async ({ key, to, text }) => reportOf(key, await sayOrLeave({ user: to }, text))),
      );
      untold.push(...said);
      await tell();
    }
  }

  async function sayPosts(): Promise<void> {
    const claimed = await asBot('claim-group-posts', { gateway: gateway.name });
    site = claimed.site;
    // What of these cannot be told is unknown to the server, and the others are still said.
    for (const post of claimed.posts) await sayPost(post).catch(() => {});
  }

  async function sayPost({ key, groupId, mention, text }: Post): Promise<void> {
    const fault = groupTextFault(text, site);
    if (fault) {
      await asBot('report-group-refusal', { gateway: gateway.name, key, fault });
      return;
    }
    const outcome = await sayOrLeave({ group: groupId, ...(mention ? { mention } : {}) }, text);
    await asBot('report-group-post', reportOf(key, outcome));
  }

  /** What went down in the meantime is certainly not said. */
  const sayOrLeave: Gateway['say'] = async (to, text) =>
    isUp() ? gateway.say(to, text) : { kind: 'temporary', reason: 'gateway-paused' };

  return {
    round: async () => {
      await tell();
      if (!isUp()) return;
      // A webhook knows no persons.
      if (gateway.name !== 'webhook') await sayNotices();
      if (isUp()) await sayPosts();
    },
    site: () => site,
  };
}

const reportOf = (key: string, outcome: Outcome): Report => ({
  key,
  outcome: outcome.kind,
  ...('carrierId' in outcome && outcome.carrierId ? { carrierId: outcome.carrierId } : {}),
  ...('reason' in outcome ? { reason: outcome.reason } : {}),
});
