import { OfflineError, RefusedError, sentenceOf } from './errors';
import type { Storage } from './platform/platform';
import { createStore } from './store';

/** The four branches of every page. `ready` may show what was read last time, and says since when. */
export type Branch<T> =
  | { state: 'loading' }
  | { state: 'failed'; sentence: string }
  | { state: 'empty' }
  | { state: 'ready'; data: T; readAt: string; stale: boolean };

interface Kept<T> {
  data: T;
  readAt: string;
}

export interface QueryOptions<T> {
  /** Where the last answer is kept on the telephone; null keeps nothing. */
  cacheKey: string | null;
  storage: Storage;
  now: () => Date;
  read: () => Promise<T>;
  isEmpty: (data: T) => boolean;
}

/** One reading of one thing, that a page watches and may repeat. */
export function createQuery<T>({ cacheKey, storage, now, read, isEmpty }: QueryOptions<T>) {
  const kept = cacheKey ? storage.get<Kept<T>>(cacheKey) : undefined;
  const branch = createStore<Branch<T>>(kept ? show(kept, true) : { state: 'loading' });
  let latest = 0;
  let underWay = 0;

  function show({ data, readAt }: Kept<T>, stale: boolean): Branch<T> {
    return isEmpty(data) && !stale ? { state: 'empty' } : { state: 'ready', data, readAt, stale };
  }

  /** Reads again. Only the newest reading is shown, whatever order the answers come in. */
  async function load(): Promise<void> {
    latest += 1;
    const turn = latest;
    underWay += 1;
    if (branch.get().state === 'failed') branch.set({ state: 'loading' });
    try {
      const fresh = { data: await read(), readAt: now().toISOString() };
      if (turn !== latest) return;
      remember(fresh);
      branch.set(show(fresh, false));
    } catch (error) {
      if (turn === latest) branch.set(afterFailure(error));
    } finally {
      underWay -= 1;
    }
  }

  /** A full telephone keeps nothing for later, but still shows what has just come. */
  function remember(fresh: Kept<T>): void {
    try {
      if (cacheKey) storage.set(cacheKey, fresh);
    } catch {
      storage.remove(cacheKey as string);
    }
  }

  /** Reads again unless it is being read: a page that opens is also shown. */
  async function refresh(): Promise<void> {
    if (underWay === 0) await load();
  }

  /** Without a network the last answer stays; what the court refuses is no longer his to see. */
  function afterFailure(error: unknown): Branch<T> {
    const now = branch.get();
    if (error instanceof RefusedError && cacheKey) storage.remove(cacheKey);
    if (error instanceof OfflineError && now.state === 'ready') return { ...now, stale: true };
    return { state: 'failed', sentence: sentenceOf(error) };
  }

  return { get: branch.get, watch: branch.watch, load, refresh };
}
