import { FaultError, OfflineError, RefusedError, sentenceOf } from './errors';
import { LostFile, type Storage } from './platform/platform';
import { writeMakingRoom } from './storage-room';

/** 待发 · 已发 · 失败重试 · 需要修改. What is still being written is a draft (drafts.ts). */
export type OutboxState = 'waiting' | 'sent' | 'failed' | 'refused';

export const OUTBOX_WORDS: Record<OutboxState, string> = {
  waiting: '待发',
  sent: '已发',
  failed: '失败重试',
  refused: '需要修改',
};

/** Photos that travel before the submission. */
export interface Photos {
  /** The field of the input that takes their ids. */
  field: string;
  purpose: 'payment-proof' | 'visit-photo' | 'request-evidence';
  /** Kept on this telephone until the submission has gone through. */
  paths: string[];
  /** What the server calls those that it has, in the same order: a repeat sends the same input. */
  ids: string[];
}

export interface OutboxItem {
  /** Also the idempotency key: however often it is sent, the server acts once. */
  uuid: string;
  account: string;
  action: string;
  /** What a person calls it: 「走访记录 · 张某某」. */
  title: string;
  /** The page where it can be filled in again. */
  page: string;
  payload: Record<string, unknown>;
  /** The form as it was filled in, should it have to be corrected. */
  draft: object;
  photos: Photos | null;
  state: OutboxState;
  /** When it was written, ISO 8601. */
  at: string;
  /** How often the server failed on it. */
  faults: number;
  /** Why it has not gone through. */
  sentence: string | null;
}

export type NewItem = Pick<OutboxItem, 'action' | 'title' | 'page' | 'payload' | 'draft' | 'photos'>;

export interface Outside {
  storage: Storage;
  now: () => Date;
  newUuid: () => string;
  account: () => string;
  send: (item: OutboxItem, input: Record<string, unknown>) => Promise<unknown>;
  upload: (path: string, purpose: Photos['purpose']) => Promise<string>;
  removeFile: (path: string) => Promise<void>;
  changed: () => void;
}

const KEY = 'outbox';
const KEPT_SENT = 20;
const FULL = '手机存储满了，这次没有记下。请清理手机后再交，或者致电法院。';
/** After so many faults one submission no longer holds up the others; a person may still retry it. */
const PATIENCE = 3;

export type Outbox = ReturnType<typeof createOutbox>;

/** What was submitted on this telephone, in order. Written first, sent when the network allows, once. */
export function createOutbox(outside: Outside) {
  const { storage } = outside;
  let running = false;
  let run: Promise<void> = Promise.resolve();

  // Read anew each time: another tab writes to the same storage.
  const all = (): OutboxItem[] => storage.get<OutboxItem[]>(KEY) ?? [];
  const mine = (): OutboxItem[] => all().filter((item) => item.account === outside.account());
  const find = (uuid: string) => all().find((item) => item.uuid === uuid);

  function write(items: OutboxItem[]): void {
    writeMakingRoom(storage, () => storage.set(KEY, items));
    outside.changed();
  }

  function change(uuid: string, part: Partial<OutboxItem>): void {
    write(all().map((item) => (item.uuid === uuid ? { ...item, ...part } : item)));
  }

  /** What there is no room to write down is refused at once, and not sent: a lost answer would double it. */
  function add(item: NewItem): OutboxItem {
    const written: OutboxItem = {
      ...item,
      uuid: outside.newUuid(),
      account: outside.account(),
      state: 'waiting',
      at: outside.now().toISOString(),
      faults: 0,
      sentence: null,
    };
    try {
      write([...all(), written]);
      return written;
    } catch {
      return { ...written, state: 'refused', sentence: FULL };
    }
  }

  /** Sends what waits, in order, one at a time. A second call joins the first. */
  function flush(): Promise<void> {
    if (!running) run = sendAll();
    return run;
  }

  async function sendAll(): Promise<void> {
    const tried = new Set<string>();
    running = true;
    try {
      for (let item = next(tried); item; item = next(tried)) {
        tried.add(item.uuid);
        if (!(await deliver(item))) return;
      }
    } finally {
      running = false;
    }
  }

  function next(tried: Set<string>): OutboxItem | undefined {
    return mine().find(
      (item) =>
        !tried.has(item.uuid) &&
        (item.state === 'waiting' || (item.state === 'failed' && item.faults < PATIENCE)),
    );
  }

  /** False when the others must wait as well. */
  async function deliver(item: OutboxItem): Promise<boolean> {
    try {
      const input = await withPhotos(item);
      // He may have signed out, or thrown it away, while the photos travelled.
      if (outside.account() !== item.account) return false;
      if (!find(item.uuid)) return true;
      await outside.send(item, input);
      change(item.uuid, { state: 'sent', sentence: null });
      await removeFiles(item);
      prune();
      return true;
    } catch (error) {
      return settle(item, error);
    }
  }

  async function withPhotos({ uuid, payload, photos }: OutboxItem): Promise<Record<string, unknown>> {
    if (!photos) return payload;
    const ids = [...photos.ids];
    for (const path of photos.paths.slice(ids.length)) {
      ids.push(await outside.upload(path, photos.purpose));
      change(uuid, { photos: { ...photos, ids: [...ids] } });
    }
    return { ...payload, [photos.field]: ids };
  }

  function settle({ uuid }: OutboxItem, error: unknown): boolean {
    const sentence = sentenceOf(error);
    if (error instanceof OfflineError || (error instanceof RefusedError && error.code === 'sign-in-first')) {
      change(uuid, { sentence });
      return false;
    }
    if (error instanceof RefusedError) {
      change(uuid, { state: 'refused', sentence });
      return true;
    }
    if (error instanceof LostFile) {
      change(uuid, { state: 'refused', sentence: '照片在手机上找不到了，请修改后重新添加照片。' });
      return true;
    }
    const faults = (find(uuid)?.faults ?? 0) + 1;
    change(uuid, { state: 'failed', faults, sentence });
    return error instanceof FaultError ? faults >= PATIENCE : true;
  }

  /** A person asks for one that failed to be tried again. */
  function retry(uuid: string): Promise<void> {
    change(uuid, { state: 'waiting', faults: 0 });
    return flush();
  }

  /** Throws it away, with its photos. */
  async function remove(uuid: string): Promise<void> {
    const item = take(uuid);
    if (item) await removeFiles(item);
  }

  /** Takes it out, photos and all, so that its form can be filled from it again. */
  function take(uuid: string): OutboxItem | undefined {
    const item = find(uuid);
    write(all().filter((other) => other.uuid !== uuid));
    return item;
  }

  async function removeFiles({ photos }: OutboxItem): Promise<void> {
    for (const path of photos?.paths ?? []) await outside.removeFile(path);
  }

  function prune(): void {
    const sent = mine().filter((item) => item.state === 'sent');
    const old = new Set(sent.slice(0, Math.max(0, sent.length - KEPT_SENT)).map((item) => item.uuid));
    if (old.size > 0) write(all().filter((item) => !old.has(item.uuid)));
  }

  return { add, flush, retry, remove, take, find, items: mine };
}
