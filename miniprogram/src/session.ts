import type { OutputOf } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
import { platform } from './platform';
import { createStore, useStore } from './store';

export type Me = OutputOf<'get-me'>;

export interface Session {
  /** Null on CloudBase, where WeChat vouches for the person. */
  token: string | null;
  me: Me | null;
  /** Why the last session ended, to be read on the home page once. */
  farewell: string | null;
}

const KEY = 'session';
const NOBODY: Session = { token: null, me: null, farewell: null };
const store = createStore<Session>(platform.tab.get<Session>(KEY) ?? NOBODY);

function keep(next: Session): void {
  platform.tab.set(KEY, next);
  store.set(next);
}

/** Who is signed in on this telephone, or in this tab. Knows no network. */
export const session = {
  get: store.get,
  watch: store.watch,
  token: () => store.get().token,
  /** Whose drafts, outbox and cache these are; empty while nobody is signed in. */
  account: () => store.get().me?.accountId ?? '',
  begin: (token: string | null) => keep({ ...NOBODY, token }),
  recognise: (me: Me) => keep({ ...store.get(), me, farewell: null }),
  /** Forgets the person and what was cached for him. What waits to be sent stays, for him alone. */
  end(farewell: string | null) {
    for (const key of platform.storage.keys()) {
      if (key.startsWith('cache:')) platform.storage.remove(key);
    }
    keep({ ...NOBODY, farewell });
  },
};

export function useSession(): Session {
  return useStore(store);
}

export function hasRole(me: Me | null, ...roles: Role[]): boolean {
  return me?.roles.some(({ role }) => roles.includes(role)) ?? false;
}
