import { afterEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../../bot/gateways/port';
import { createInbox } from '../../../bot/inbox';
import { createParts } from '../../../bot/parts';
import { handClock } from '../wire/hand-clock';
import { until } from '../wire/until';
import { chatsOfThisFile, handedOver } from './chat';
import { openLine } from './line';

const chats = chatsOfThisFile();
const closes: (() => void)[] = [];
afterEach(() => {
  for (const close of closes.splice(0)) close();
});

/** A line that lives for one test. */
async function lineUntilEnd(comesThrough: Parameters<typeof openLine>[1]): Promise<string> {
  const { url, close } = await openLine(chats.login.server, comesThrough);
  closes.push(close);
  return url;
}

describe('a message that comes once more', () => {
  test('is not answered once more', async () => {
    const liu = await chats.liaison(1);
    await liu.says('走访 1 愿履行', { messageId: 'again-1' }).hears('记好了');
    await liu.says('走访 1 愿履行', { messageId: 'again-1' }).hearsNothing();
    expect((await liu.record(1)).visits).toHaveLength(1);
  });

  test('to a bot that died in between acts once', async () => {
    const liu = await chats.liaison(2);
    const words = '走访 1 愿履行，走访 2 没人';
    await liu.says(words, { messageId: 'again-2' }).hears('1 号走访，愿履行', '2 号走访，联系不上');
    chats.restart();
    await liu.says(words, { messageId: 'again-2' }).hears('1 号走访，愿履行', '2 号走访，联系不上');
    expect((await liu.record(1)).visits).toHaveLength(1);
    expect((await liu.record(2)).visits).toHaveLength(1);
  });

  test('at the same moment acts once', async () => {
    const liu = await chats.liaison(1);
    const says = () => liu.says('走访 1 愿履行', { messageId: 'again-3' }).hears('记好了');
    const heard = await Promise.allSettled([says(), says()]);
    // The later one may find that it was answered already; then it is silence.
    expect(heard.map(({ status }) => status)).toContain('fulfilled');
    expect((await liu.record(1)).visits).toHaveLength(1);
  });

  test('hands a talk over once', async () => {
    const { debtor } = await chats.parties();
    const stranger = chats.stranger();
    for (const who of [debtor, stranger]) {
      await who.says('找个人来，第一回', { messageId: `again-${who.from}` }).hears('已经转给');
      chats.restart();
      await who.says('找个人来，第一回', { messageId: `again-${who.from}` }).hears('已经转给');
    }
    const told = (await handedOver(chats)).filter(({ text }) => text === '找个人来，第一回');
    expect(told).toHaveLength(2);
  });

  test('binds once, and says that it is done', async () => {
    const liu = await chats.liaison(0);
    const { code } = await (await chats.world.as(liu.accountId)).does('create-chat-code', {});
    const telephone = chats.stranger();
    await telephone.says(code, { messageId: 'again-4' }).hears('绑好了');
    chats.restart();
    await telephone.says(code, { messageId: 'again-4' }).hears('您已经绑定好了');
  });

  test('and answered a question that nobody remembers changes nothing', async () => {
    const liu = await chats.liaison(1);
    await liu.says('走访 1').hears('走访下来怎么样？');
    await liu.says('1', { messageId: 'again-5' }).hears('1 号走访，已联系');
    chats.restart();
    await liu.says('1', { messageId: 'again-5' }).hears('1 号怎么样了？');
    expect((await liu.record(1)).visits).toHaveLength(1);
  });

  test('with another id is another message', async () => {
    const liu = await chats.liaison(1);
    await liu.says('收到 1', { messageId: 'a-1' }).hears('记下收到了');
    await liu.says('收到 1', { messageId: 'a-2' }).hears('之前就记过收到了');
  });
});

test('two people at once, each with his own question: nothing is mixed up', async () => {
  const [liu, yang] = [await chats.liaison(2), await chats.liaison(2)];
  await Promise.all([
    liu.says('走访 1').hears('1 号走访下来怎么样？'),
    yang.says('退回 2').hears('2 号为什么不该您办？'),
  ]);
  await Promise.all([
    yang.says('人在外县').hears('2 号退回法院了'),
    liu.says('3').hears('1 号走访，联系不上'),
  ]);
  expect(await liu.record(2)).toMatchObject({ state: 'open', visits: [] });
  expect(await yang.record(1)).toMatchObject({ state: 'open', visits: [] });
});

test('a case that is closed at that very moment: he hears it in the court’s own words', async () => {
  const liu = await chats.liaison(2);
  const line = await lineUntilEnd(async (action) => {
    if (action === 'record-visit') await liu.closes(1);
    return true;
  });
  chats.restart(line);
  await liu
    .says('走访 1 愿履行，收到 2')
    .hears(/^1 号没有记上。案件现在的状态是“已结束督促”.*。$/mu, '2 号记下收到了');
  chats.restart();
  expect((await liu.record(1)).visits).toEqual([]);
});

describe('the server does not answer', () => {
  /** The bot's client at a line that breaks so often, and then holds. */
  async function online(user: string, breaksAt: (action: string) => boolean, outcomes: Outcome[] = []) {
    const server = await lineUntilEnd((action) => !breaksAt(action));
    const clock = handClock();
    const heard: string[] = [];
    const lines: unknown[] = [];
    const { talk } = createParts({ ...chats.login, server }, 'sandbox', {
      ...clock,
      now: () => chats.world.app.wallClock(),
    });
    const hear = createInbox({
      ...{ talk, clock },
      say: async (_to, text) => {
        const outcome = outcomes.shift() ?? { kind: 'accepted' };
        if (outcome.kind !== 'temporary') heard.push(text);
        return outcome;
      },
      log: (line) => lines.push(line),
    });
    const says = (messageId: string, text: string) =>
      hear({ messageId, from: user, text, mentionsMe: true, at: new Date(0) });
    return { says, heard, lines, clock };
  }

  /** Time goes on, three seconds at a step, until it is so. */
  const inTime = (clock: ReturnType<typeof handClock>, isSo: () => boolean) =>
    until(() => {
      clock.advance(3_000);
      return isSo();
    });

  test('for a moment: the message is done all the same, once', async () => {
    const liu = await chats.liaison(1);
    let breaks = 1;
    const { says, heard, lines, clock } = await online(
      liu.from,
      (action) => action === 'record-visit' && breaks-- > 0,
    );
    says('broken-1', '走访 1 愿履行');
    await inTime(clock, () => heard.length > 0);
    expect(heard).toEqual(['记好了：1 号走访，愿履行。']);
    expect((await liu.record(1)).visits).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('愿履行');
  });

  test('in the middle of several tasks: what was done is not done again', async () => {
    const liu = await chats.liaison(2);
    let visits = 0;
    const { says, heard, clock } = await online(
      liu.from,
      (action) => action === 'record-visit' && ++visits === 2,
    );
    says('broken-2', '走访 1 愿履行，走访 2 没人');
    await inTime(clock, () => heard.length > 0);
    expect(heard[0]).toMatch(/1 号走访，愿履行.*\n.*2 号走访，联系不上/u);
    expect((await liu.record(1)).visits).toHaveLength(1);
    expect((await liu.record(2)).visits).toHaveLength(1);
  });

  test('at all: he is told once for each message, and nothing of it is in the log', async () => {
    const liu = await chats.liaison(1);
    const { says, heard, lines, clock } = await online(liu.from, () => true);
    says('broken-3', '走访 1 愿履行');
    await inTime(clock, () => heard.length > 0);
    expect(heard).toEqual(['这会儿没接上，请过几分钟再发一次。']);
    expect(lines).toEqual([
      { at: 'talk', error: 'door-unreachable' },
      { at: 'talk', error: 'door-unreachable' },
    ]);
  });

  test('at all, and he is in danger: he hears where help is, and the court hears when it can', async () => {
    const { debtor } = await chats.parties();
    let isBroken = true;
    const { says, heard, clock } = await online(debtor.from, () => isBroken);
    says('broken-4', '我不想活了啊啊');
    await until(() => heard.length > 0);
    expect(heard[0]).toMatch(/110.*\n.*12356[\s\S]*12368/u);
    isBroken = false;
    await inTime(clock, () => heard.length > 1);
    expect(heard[1]).toContain('已经告诉青溪县人民法院的工作人员');
    expect(await handedOver(chats)).toContainEqual({ reason: 'distress', text: '我不想活了啊啊' });
  });

  test('or the chat system takes no answer for a moment: it is said a little later', async () => {
    const liu = await chats.liaison(0);
    const away: Outcome = { kind: 'temporary', reason: 'not-connected' };
    const { says, heard, clock } = await online(liu.from, () => false, [away, away]);
    says('unsaid-1', '谢谢');
    await inTime(clock, () => heard.length > 0);
    expect(heard).toEqual(['不客气。']);
  });

  test('or nobody knows whether it took the answer: it is not said twice', async () => {
    const liu = await chats.liaison(0);
    const { says, heard, clock } = await online(liu.from, () => false, [
      { kind: 'unknown', reason: 'deadline' },
    ]);
    says('unsaid-2', '谢谢');
    says('unsaid-3', '多谢');
    await inTime(clock, () => heard.length > 1);
    expect(heard).toEqual(['不客气。', '不客气。']);
  });

  test('and many are written: who writes too fast is told so, once', async () => {
    const liu = await chats.liaison(0);
    const { says, heard } = await online(liu.from, () => false);
    for (let count = 0; count < 25; count += 1) says(`flood-${count}`, '谢谢');
    await until(() => heard.length === 21);
    expect(heard.filter((text) => text === '不客气。')).toHaveLength(20);
    expect(heard.at(-1)).toContain('您发得太快');
  });
});
