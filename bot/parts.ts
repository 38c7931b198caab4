import { createAsBot } from './as-bot';
import type { Clock } from './clock';
import type { GatewayName } from './gateways/port';
import type { BotParts } from './run';
import type { BotSettings } from './settings';

/** The two things that the bot is made of beside its gateway: the door, and what it says. */
export function createParts(
  settings: BotSettings,
  gateway: GatewayName,
  clock: Clock,
): Pick<BotParts, 'asBot' | 'talk'> {
  const asBot = createAsBot(settings, clock);
  return {
    asBot,
    talk: async ({ messageId, from, group }) => {
      const place = group ? ('group' as const) : ('direct' as const);
      await asBot('open-chat', { gateway, from, messageId, place, ...(group ? { groupId: group } : {}) });
      return null;
    },
  };
}
