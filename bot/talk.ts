import { createHash } from 'node:crypto';
import type { Door } from './door';
import type { GatewayName, Inbound } from './gateways/port';
import type { Memory } from './memory';
import { answerGroup } from './reply/group';
import { askedForPerson, inDistress } from './reply/hand-over';
import { answerLiaison } from './reply/liaison';
import { answerParty } from './reply/party';
import { readable, type Scene, type Task } from './reply/scene';
import { ONLY_WORDS, WHO } from './reply/sentences';
import { answerStranger, tryCode } from './reply/stranger';
import { tasksNamedIn, understand } from './understand';
import { splitQuoted, withoutMention } from './understand/letters';

export interface TalkParts {
  gateway: GatewayName;
  door: Door;
  memory: Memory;
}

export interface Talking {
  /** What to answer; null is silence. Throws where the server could not be asked: the same message may come again. */
  talk(message: Inbound): Promise<string | null>;
  /** The bot said something of its own accord: 「收到」 may answer it. */
  told(user: string, text: string): void;
}

export function createTalk({ gateway, door, memory }: TalkParts): Talking {
  const place = (user: string) => `${gateway} ${user}`;

  async function talk(message: Inbound): Promise<string | null> {
    const { from, group, messageId } = message;
    const opened = await door.bot('open-chat', {
      ...{ gateway, from, messageId },
      ...(group ? { place: 'group' as const, groupId: group } : { place: 'direct' as const }),
    });
    const text = readable(message.text);
    const { intents, quoted } = understand(text);
    if (group) return opened.allowed ? answerGroup(message, intents, opened.site) : null;
    const talk = memory.recall(place(from));
    // It came once more, and was answered. One that was not answered to the end is done again, by the same keys.
    if (talk.done.includes(messageId)) return null;
    const { person } = opened;
    const scene: Scene = {
      ...{ gateway, message, text, intents, site: opened.site, talk, bot: door.bot },
      quote: { text: splitQuoted(withoutMention(text)).quoted, numbers: quoted },
      audience: person?.audience ?? null,
      person: person && door.person(person.token),
      key: (part) => keyOf(gateway, messageId, part),
      tasks: onceAsked(person ? door.person(person.token) : null),
    };
    const { told } = talk;
    const answer = await answerOf(scene);
    // What the bot had told is no longer its last word.
    if (talk.told === told) talk.told = null;
    talk.done.push(messageId);
    memory.keep(place(from), talk);
    return answer;
  }

  return {
    talk,
    told: (user, text) => {
      const talk = memory.recall(place(user));
      const earlier = talk.told?.isNotice ? talk.told : { numbers: [], messages: 0 };
      const numbers = [...new Set([...earlier.numbers, ...tasksNamedIn(text)])].sort((a, b) => a - b);
      talk.told = { numbers, messages: earlier.messages + 1, isNotice: true };
      memory.keep(place(user), talk);
    },
  };
}

async function answerOf(scene: Scene): Promise<string | null> {
  const [first] = scene.intents;
  if (!first) return ONLY_WORDS;
  if (first.kind === 'distress') return inDistress(scene);
  if (first.kind === 'code' && scene.person) return tryCode(scene, first.code);
  switch (scene.audience) {
    case null:
      return answerStranger(scene);
    case 'liaison':
      return answerLiaison(scene);
    case 'staff':
      return answerStaff(scene);
    default:
      return answerParty(scene);
  }
}

async function answerStaff(scene: Scene): Promise<string | null> {
  const [intent] = scene.intents;
  if (intent?.kind === 'okay') return null;
  if (intent?.kind === 'topic' && intent.topic === 'person') return askedForPerson(scene);
  if (intent?.kind === 'topic' && intent.topic === 'who') return WHO;
  return '您的工作请在电脑的工作台上办，这里办不了。\n要同事联系您，回“人工”。';
}

function onceAsked(person: ReturnType<Door['person']> | null): () => Promise<Task[]> {
  let asked: Promise<Task[]> | undefined;
  return () => {
    asked ??= person ? person('list-chat-tasks', {}).then(({ tasks }) => tasks) : Promise.resolve([]);
    return asked;
  };
}

/** The same for the same part of the same message, and for nothing else; it tells nothing of either. */
const keyOf = (gateway: string, messageId: string, part: string | number): string =>
  `chat-${createHash('sha256')
    .update(JSON.stringify([gateway, messageId, part]))
    .digest('hex')
    .slice(0, 48)}`;
