import { createBot } from '../cloudfunctions/host/first-bot';
import type { ChatGateway } from '../shared/cases/chat';
import { type Actor, actor, type World } from './world';

export const GATEWAY: ChatGateway = 'sandbox';

let messages = 0;
/** As a chat system numbers them. */
export const newMessageId = (): string => `msg-${++messages}`;

/** The bot, signed in by the secret that the command printed; its gateway is up. */
export async function createChat(world: World): Promise<Actor> {
  const { botId, secret } = await createBot(world.app);
  const signIn = async () => actor((await world.anybody.does('sign-in-bot', { botId, secret })).token);
  const bot: Actor = {
    token: null,
    // Its token is for ten minutes; it signs in again when a story moves the clock.
    asks: async (...call) => (await signIn()).asks(...call),
    does: async (...call) => (await signIn()).does(...call),
  };
  await heartbeat(world, bot);
  return bot;
}

export const heartbeat = (world: World, bot: Actor, state: 'up' | 'kicked' | 'frozen' | 'down' = 'up') =>
  bot.does('report-gateway', { gateway: GATEWAY, state, since: world.app.wallClock().toISOString() });

/** He takes a code in the mini-program and writes it to the bot. */
export async function bind(world: World, bot: Actor, accountId: string, from: string) {
  const { code } = await (await world.as(accountId)).does('create-chat-code', {});
  return bot.does('bind-chat', { gateway: GATEWAY, from, code });
}

/** The bot opens a message that came one to one. */
export const open = (bot: Actor, from: string, messageId = newMessageId()) =>
  bot.does('open-chat', { gateway: GATEWAY, from, messageId, place: 'direct' });

/** Whoever wrote, as the bot may act for him; fails where the bot does not know him. */
export async function writer(bot: Actor, from: string): Promise<Actor> {
  const { person } = await open(bot, from);
  if (!person) throw new Error(`the bot does not know ${from}`);
  return actor(person.token);
}
