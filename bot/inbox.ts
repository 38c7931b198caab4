import type { Addressee, Inbound } from './gateways/port';

export interface InboxParts {
  /** What to answer; null is silence. */
  talk(message: Inbound): Promise<string | null>;
  say(to: Addressee, text: string): Promise<unknown>;
  /** Never with what was written. */
  log(line: { at: string; error: string }): void;
}

/** More than a person writes while one answer is on its way. */
const MOST_WAITING = 20;

/** Answers what comes in: each person's messages one after the other, different people's beside each other. */
export function createInbox({ talk, say, log }: InboxParts): (message: Inbound) => void {
  const waiting = new Map<string, { last: Promise<void>; count: number }>();

  async function answer(message: Inbound): Promise<void> {
    try {
      const text = await talk(message);
      if (text === null) return;
      await say(message.group ? { group: message.group } : { user: message.from }, text);
    } catch (error) {
      log({ at: 'talk', error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  return (message) => {
    const queue = waiting.get(message.from) ?? { last: Promise.resolve(), count: 0 };
    if (queue.count >= MOST_WAITING) return log({ at: 'inbox', error: 'flooded' });
    queue.count += 1;
    queue.last = queue.last
      .then(() => answer(message))
      .then(() => {
        queue.count -= 1;
        if (queue.count === 0) waiting.delete(message.from);
      });
    waiting.set(message.from, queue);
  };
}
