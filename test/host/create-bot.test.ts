import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBot } from '../../cloudfunctions/host/first-bot';
import { createCounty } from '../county';
import { auditOf } from '../party-stories';
import { actor, createWorld, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const beat = { gateway: 'wecom', state: 'up', since: '2026-03-02T01:00:00Z' } as const;

test('without a court it says what is missing', async () => {
  await expect(createBot(world.app)).rejects.toThrow('no court yet');
});

test('the secret opens the bot’s door and stands nowhere; a new one ends the old and what it opened', async () => {
  await createCounty(world);
  const first = await createBot(world.app);
  const bot = actor((await world.anybody.does('sign-in-bot', first)).token);
  await bot.does('report-gateway', beat);
  const rows = await world.db.selectFrom('bots').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(first.secret);

  const second = await createBot(world.app);
  expect(second.botId).toBe(first.botId);
  await expect(world.anybody.does('sign-in-bot', first)).rejects.toMatchObject({ code: 'bot-secret-wrong' });
  await expect(bot.does('report-gateway', beat)).rejects.toMatchObject({ code: 'sign-in-first' });
  await actor((await world.anybody.does('sign-in-bot', second)).token).does('report-gateway', beat);
  expect((await auditOf(world, 'court')).filter(({ action }) => action === 'create-bot')).toHaveLength(2);
});

test('its token is for ten minutes', async () => {
  const made = await createBot(world.app);
  const { token, expiresAt } = await world.anybody.does('sign-in-bot', made);
  expect(Date.parse(expiresAt) - world.app.wallClock().getTime()).toBe(600_000);
  world.setNow(expiresAt);
  await expect(actor(token).does('report-gateway', beat)).rejects.toMatchObject({ code: 'sign-in-first' });
});
