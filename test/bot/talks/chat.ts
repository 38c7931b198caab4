import { afterAll, beforeAll, expect } from 'vitest';
import type { Clock } from '../../../bot/clock';
import { createDelivery } from '../../../bot/deliver';
import { createParts } from '../../../bot/parts';
import { createBot } from '../../../cloudfunctions/host/first-bot';
import type { createCounty } from '../../county';
import { createAccount, createCase } from '../../county';
import { openHost } from '../../host/doors';
import { createSupervised } from '../../supervised';
import type { Actor, World } from '../../world';

export type Chats = Awaited<ReturnType<typeof openChats>>;

/** The chats of a file: the bot's own client, over HTTP, at the real server and a database of the file's own. */
export function chatsOfThisFile(): Chats {
  const chats = {} as Chats;
  beforeAll(async () => void Object.assign(chats, await openChats()));
  afterAll(() => chats.close());
  return chats;
}

type Bot = ReturnType<typeof createParts>;

async function openChats() {
  const host = await openHost({ mode: 'production' });
  const { world, county } = host;
  world.app.publicUrl = 'https://court.example';
  const login = { server: host.url, ...(await createBot(world.app)) };
  const clock: Clock = {
    now: () => world.app.wallClock(),
    after: () => () => {},
    every: () => () => {},
  };
  const start = (server = login.server): Bot => createParts({ ...login, server }, 'sandbox', clock);
  let bot = start();
  /** What the bot said of its own accord, by whom it was said to. */
  const told = new Map<string, string[]>();
  const here: Here = { world, county, bot: () => bot };
  const up = () =>
    bot.asBot('report-gateway', { gateway: 'sandbox', state: 'up', since: world.app.now().toISOString() });
  await up();
  return {
    ...{ world, county, told, login },
    bot: () => bot,
    /** The bot dies, and another one begins, which asks the server there. */
    restart: (server?: string) => {
      bot = start(server);
    },
    liaison: (cases: number) => newLiaison(here, cases),
    parties: () => newParties(here),
    stranger: (group?: string) => speaker(here, newUser(), group),
    /** Everything that is due is said. */
    deliver: async () => {
      await up();
      const gateway = {
        name: 'sandbox' as const,
        start: async () => {},
        stop: async () => {},
        say: async (to: { user: string } | { group: string }, text: string) => {
          if ('user' in to) {
            told.set(to.user, [...(told.get(to.user) ?? []), text]);
            bot.told?.(to.user, text);
          }
          return { kind: 'accepted' as const };
        },
      };
      const { round } = createDelivery({ gateway, asBot: bot.asBot, isUp: () => true });
      for (let before = -1; before < told.size; ) {
        before = told.size;
        await round();
      }
    },
    close: () => host.close(),
  };
}

interface Here {
  world: World;
  county: Awaited<ReturnType<typeof createCounty>>;
  bot(): Bot;
}

let users = 0;
const newUser = () => `wx-${++users}`;
let messages = 0;

export interface Speaker {
  from: string;
  /** Writes to the bot; with an id of its own, or as a message that comes once more. */
  says(text: string, options?: { messageId?: string; mentionsMe?: boolean }): Answer;
}

interface Answer {
  hears(...words: (string | RegExp)[]): Promise<string>;
  hearsNothing(): Promise<void>;
}

export function speaker({ bot }: Pick<Here, 'bot'>, from: string, group?: string): Speaker {
  return {
    from,
    says: (text, { messageId = `message-${++messages}`, mentionsMe = true } = {}) => {
      const at = new Date('2026-03-02T04:00:00Z');
      const message = { messageId, from, text, at, mentionsMe, ...(group ? { group } : {}) };
      return {
        hears: async (...words) => {
          const answer = await bot().talk(message);
          for (const one of words) {
            if (typeof one === 'string') expect(answer).toContain(one);
            else expect(answer).toMatch(one);
          }
          expect(answer).not.toBeNull();
          return plainlySaid(answer!);
        },
        hearsNothing: async () => expect(await bot().talk(message)).toBeNull(),
      };
    },
  };
}

/** What holds of every answer, whatever it is about. */
function plainlySaid(answer: string): string {
  expect(answer).not.toMatch(/郑小满|何家福|5万|50000|民初|借贷/u);
  expect(answer).not.toMatch(
    /被执行人|失信|老赖|强制|拘留|后果自负|\p{Extended_Pictographic}|太棒|积分|排名/u,
  );
  expect(answer).not.toMatch(/undefined|null|NaN|\[object|\n\n|。。/u);
  expect(answer.length).toBeLessThan(700);
  return answer;
}

export async function bindTo({ world, bot }: Here, accountId: string, user: string): Promise<Speaker> {
  const { code } = await (await world.as(accountId)).does('create-chat-code', {});
  await bot().asBot('bind-chat', { gateway: 'sandbox', from: user, code });
  return speaker({ bot }, user);
}

/** A village of his own with so many tasks, numbered from 1. */
async function newLiaison(here: Here, cases: number) {
  const { world, county } = here;
  const villageId = world.app.newId('village');
  const code = `9999011012${String(++users + 100).padStart(3, '0')}`;
  const town = { court_id: county.courtId, town_id: 'town_hongxi000' };
  await world.db
    .insertInto('villages')
    .values({ ...town, village_id: villageId, code, name: '柳树村' })
    .execute();
  const phone = `198${String(users).padStart(8, '0')}`;
  const account = { name: '柳成荫', phone, role: 'village-liaison', villageId } as const;
  const accountId = await createAccount(world, account);
  const bound = await bindTo(here, accountId, newUser());
  const caseIds: string[] = [];
  while (caseIds.length < cases) caseIds.push((await createCase(world, { villageId })).caseId);
  if (cases > 0) await (await world.as(county.judge)).does('start-supervision', { caseIds });
  await bound.says('待办').hears(cases === 0 ? '没有要办的事' : `您手上有 ${cases} 件`);
  const taskOf = async (number: number) => {
    const { task_id } = await world.db
      .selectFrom('chat_numbers')
      .select('task_id')
      .where('account_id', '=', accountId)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    return task_id;
  };
  return {
    ...{ accountId, taskOf },
    ...bound,
    /** What stands of the task that he calls by this number. */
    record: async (number: number) => {
      const taskId = await taskOf(number);
      const task = await world.db
        .selectFrom('tasks')
        .select(['state', 'decline_reason as reason', 'acknowledged_at'])
        .where('task_id', '=', taskId)
        .executeTakeFirstOrThrow();
      const visits = await world.db
        .selectFrom('visits')
        .select(['outcome', 'note'])
        .where('task_id', '=', taskId)
        .orderBy('recorded_at')
        .execute();
      const { acknowledged_at, ...rest } = task;
      return { ...rest, isReceived: acknowledged_at !== null, visits };
    },
    /** The court ends the case of this number. */
    closes: async (number: number) => {
      const taskId = await taskOf(number);
      const { case_id: caseId } = await world.db
        .selectFrom('tasks')
        .select('case_id')
        .where('task_id', '=', taskId)
        .executeTakeFirstOrThrow();
      const judge: Actor = await world.as(county.judge);
      await judge.does('withdraw-supervision', { caseId, reason: '已另行处理' });
    },
  };
}

/** A debtor and a creditor of a new case, each with the chat bound. */
async function newParties(here: Here) {
  const { obligor, obligee, caseId, tasks } = await createSupervised(here.world, here.county);
  return {
    ...{ caseId, tasks, obligorId: obligor.accountId, obligeeId: obligee.accountId },
    debtor: await bindTo(here, obligor.accountId, newUser()),
    creditor: await bindTo(here, obligee.accountId, newUser()),
  };
}

/** What the court's people find on their page, the newest last. */
export async function handedOver({ world, county }: Pick<Chats, 'world' | 'county'>) {
  const { handovers } = await (await world.as(county.clerk)).does('list-chat-handovers', {});
  return handovers.map(({ reason, text }) => ({ reason, text }));
}
