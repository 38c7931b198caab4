import { createAsBot } from './as-bot';
import type { Clock } from './clock';
import { asPerson } from './door';
import type { GatewayName } from './gateways/port';
import { createMemory } from './memory';
import type { BotParts } from './run';
import type { BotSettings } from './settings';
import { createTalk } from './talk';

/** What the bot is made of beside its gateway: the door, and what it says. */
export function createParts(
  settings: Pick<BotSettings, 'server' | 'botId' | 'secret'>,
  gateway: GatewayName,
  clock: Clock,
): Pick<BotParts, 'asBot' | 'talk' | 'told'> {
  const asBot = createAsBot(settings, clock);
  const door = { bot: asBot, person: asPerson(settings.server) };
  return { asBot, ...createTalk({ gateway, door, memory: createMemory(clock) }) };
}
