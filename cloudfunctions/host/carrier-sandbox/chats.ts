import { Hono } from 'hono';

/** One line of a chat as it stands on a phone. */
export interface ChatLine {
  id: string;
  /** ISO 8601, by the sandbox's clock. */
  at: string;
  /** The person one to one with the bot, or the group. */
  chat: { user: string } | { group: string };
  /** Null: the bot. */
  from: string | null;
  text: string;
  /** Who is called by name in it. */
  mention?: string;
}

export interface Chats {
  /** What the bot's gateway asks: what people wrote, and to say something. */
  app: Hono;
  lines(): ChatLine[];
  onLine(listener: (line: ChatLine) => void): () => void;
  /** A person writes to the bot, or in a group. */
  write(from: string, text: string, group?: string): void;
  /** Lets go of who waits for messages. */
  close(): void;
}

const POLL_MS = 15_000;

/** A chat system in memory, with one bot in it; the oldest lines go when it is full. */
export function createChats(now: () => Date, keep = 1_000): Chats {
  const kept: ChatLine[] = [];
  const listeners = new Set<(line: ChatLine) => void>();
  const written: (ChatLine & { from: string; seq: number })[] = [];
  const waiting = new Set<() => void>();
  const era = now().getTime();
  let count = 0;

  function add(line: Omit<ChatLine, 'id' | 'at'>): ChatLine {
    count += 1;
    // Not the ids of before a restart once more: the server knows those.
    const whole = { id: `chat-${era}-${count}`, at: now().toISOString(), ...line };
    kept.push(whole);
    if (kept.length > keep) kept.shift();
    for (const listener of listeners) listener(whole);
    return whole;
  }

  const wake = () => {
    for (const go of waiting) go();
  };

  const messagesAfter = (after: number) =>
    written
      .filter(({ seq }) => seq > after)
      .map(({ id, at, chat, from, text }) => ({
        messageId: id,
        at,
        from,
        ...('group' in chat ? { group: chat.group } : {}),
        mentionsMe: 'group' in chat && text.includes(`@${BOT_NAME}`),
        text: text.replaceAll(`@${BOT_NAME}`, '').trim(),
      }));

  const app = new Hono()
    .get('/chat/messages', async (c) => {
      const after = Number(c.req.query('after') ?? 0);
      const waits = c.req.query('wait') !== undefined;
      if (waits && messagesAfter(after).length === 0) await nextWord(waiting, c.req.raw.signal);
      return c.json({ messages: messagesAfter(after), next: written.at(-1)?.seq ?? after });
    })
    .post('/chat/say', async (c) => {
      const { to, text } = (await c.req.json()) as {
        to: { user: string } | { group: string; mention?: string };
        text: string;
      };
      const chat = 'user' in to ? { user: to.user } : { group: to.group };
      const mention = 'mention' in to && to.mention ? { mention: to.mention } : {};
      return c.json({ id: add({ chat, from: null, text, ...mention }).id });
    });

  return {
    app,
    lines: () => [...kept],
    onLine: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (from, text, group) => {
      const line = add({ chat: group ? { group } : { user: from }, from, text });
      written.push({ ...line, from, seq: count });
      if (written.length > keep) written.shift();
      wake();
    },
    close: wake,
  };
}

/** What the bot is called in a group. */
export const BOT_NAME = '小执';

/** Until somebody writes, the caller goes, or it has been long enough. */
function nextWord(waiting: Set<() => void>, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      waiting.delete(go);
      resolve();
    };
    const timer = setTimeout(go, POLL_MS);
    waiting.add(go);
    gone.addEventListener('abort', go, { once: true });
  });
}
