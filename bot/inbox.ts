import type { Clock } from './clock';
import type { Addressee, Inbound, Outcome } from './gateways/port';
import { HELP_WITHOUT_COURT, NOT_HEARD, TOO_MANY } from './reply/hand-over';
import { understand } from './understand';

export interface InboxParts {
  /** What to answer; null is silence. The same message may come again: it is done once. */
  talk(message: Inbound): Promise<string | null>;
  say(to: Addressee, text: string): Promise<Outcome>;
  /** Never with what was written. */
  log(line: { at: string; error: string }): void;
  clock: Pick<Clock, 'after'>;
}

/** More than a person writes while one answer is on its way. */
const MOST_WAITING = 20;
const AGAIN_AFTER_MS = 3_000;
const SAY_AGAIN_AFTER_MS = [3_000, 3_000, 12_000];
/** Danger is told to the court as soon as it can be. */
const DANGER_AGAIN_AFTER_MS = [3_000, 15_000, 60_000, 300_000, 900_000];

/** Answers what comes in: each person's messages one after the other, different people's beside each other. */
export function createInbox({ talk, say, log, clock }: InboxParts): (message: Inbound) => void {
  const waiting = new Map<string, { last: Promise<void>; count: number; isFlooded: boolean }>();
  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
  const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

  /** What certainly was not said is said a little later; what perhaps was is not. */
  async function sayTo(to: Addressee, text: string): Promise<void> {
    for (const ms of SAY_AGAIN_AFTER_MS) {
      const { kind } = await say(to, text);
      if (kind !== 'temporary') return;
      await pause(ms);
    }
    await say(to, text);
  }

  /** Whether it was answered; silence is an answer too. */
  async function isAnswered(message: Inbound): Promise<boolean> {
    try {
      const text = await talk(message);
      if (text !== null) await sayTo(message.group ? { group: message.group } : { user: message.from }, text);
      return true;
    } catch (error) {
      log({ at: 'talk', error: nameOf(error) });
      return false;
    }
  }

  async function answer(message: Inbound): Promise<void> {
    if (await isAnswered(message)) return;
    if (!message.group && isDanger(message)) {
      await sayTo({ user: message.from }, HELP_WITHOUT_COURT);
      void keepTrying(message);
      return;
    }
    await pause(AGAIN_AFTER_MS);
    if ((await isAnswered(message)) || message.group) return;
    await sayTo({ user: message.from }, NOT_HEARD);
  }

  async function keepTrying(message: Inbound): Promise<void> {
    for (const ms of DANGER_AGAIN_AFTER_MS) {
      await pause(ms);
      if (await isAnswered(message)) return;
    }
  }

  return (message) => {
    const { from } = message;
    const queue = waiting.get(from) ?? { last: Promise.resolve(), count: 0, isFlooded: false };
    if (queue.count >= MOST_WAITING) {
      queue.isFlooded ||= !message.group;
      return log({ at: 'inbox', error: 'flooded' });
    }
    queue.count += 1;
    queue.last = queue.last
      .then(() => answer(message))
      .catch((error: unknown) => log({ at: 'inbox', error: nameOf(error) }))
      .then(async () => {
        queue.count -= 1;
        if (queue.count > 0) return;
        waiting.delete(from);
        if (queue.isFlooded) await say({ user: from }, TOO_MANY);
      })
      .catch((error: unknown) => log({ at: 'inbox', error: nameOf(error) }));
    waiting.set(from, queue);
  };
}

const isDanger = ({ text }: Inbound): boolean =>
  understand(text).intents.some(({ kind }) => kind === 'distress');
