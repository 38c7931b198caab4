import type { OutputOf } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
import { platform } from './platform';
import { createStore, useStore } from './store';

export type Me = OutputOf<'get-me'>;

export interface Session {
  /** Null on CloudBase, where WeChat vouches for the person. */
  token: string | null;
  /** Gets the next token, once. */
  refreshToken: string | null;
  /** By this device's own clock, however wrong it goes: when the token was got. */
  renewedAt: number;
  /** Made at the sign-in and copied with a duplicated tab; empty where there is nothing to renew. */
  family: string;
  /** Grows with every renewal. */
  generation: number;
  /** Grows with every sign-in: an answer to the session before must not touch the next. */
  serial: number;
  me: Me | null;
  /** Why the last session ended, to be read on the home page once. */
  farewell: string | null;
}

/** What one tab has got, for its twins. */
export type Grown = Pick<Session, 'family' | 'generation' | 'token' | 'refreshToken' | 'renewedAt'>;

const KEY = 'session';
const NOBODY = {
  ...{ token: null, refreshToken: null, renewedAt: 0, family: '', generation: 0 },
  ...{ serial: 0, me: null, farewell: null },
};
/** A token lives ten minutes. */
const FRESH_FOR_MS = 9 * 60_000;
const store = createStore<Session>({ ...NOBODY, ...platform.tab.get<Session>(KEY) });

/**
 * The refresh token stays in this tab's own storage and travels only in the body of one call. It is no cookie on
 * purpose: a browser sends a cookie by itself, also when another site asks for it; what our own code has to attach
 * nobody else can send, so there is nothing to forge across sites.
 */
function keep(next: Session): void {
  platform.tab.set(KEY, next);
  store.set(next);
}

const startOf = (token: string | null, refreshToken: string | null) => ({
  token,
  refreshToken,
  renewedAt: platform.now().getTime(),
});

/** Who is signed in on this telephone, or in this tab. Knows no network. */
export const session = {
  get: store.get,
  watch: store.watch,
  token: () => store.get().token,
  /** Whose drafts, outbox and cache these are; empty while nobody is signed in. */
  account: () => store.get().me?.accountId ?? '',
  begin: (token: string | null, refreshToken: string | null = null) =>
    keep({
      ...NOBODY,
      ...startOf(token, refreshToken),
      family: refreshToken ? platform.newUuid() : '',
      serial: store.get().serial + 1,
    }),
  /** The same person goes on with the next pair. */
  renew: (token: string, refreshToken: string) =>
    keep({ ...store.get(), ...startOf(token, refreshToken), generation: store.get().generation + 1 }),
  /** A twin of this tab has renewed what both had. */
  adopt({ family, generation, token, refreshToken, renewedAt }: Grown) {
    const mine = store.get();
    if (family !== mine.family || generation <= mine.generation) return;
    keep({ ...mine, generation, token, refreshToken, renewedAt });
  },
  isStale: () => platform.now().getTime() - store.get().renewedAt >= FRESH_FOR_MS,
  recognise: (me: Me) => keep({ ...store.get(), me, farewell: null }),
  /** Forgets the person and what was cached for him. What waits to be sent stays, for him alone. */
  end(farewell: string | null) {
    for (const key of platform.storage.keys()) {
      if (key.startsWith('cache:')) platform.storage.remove(key);
    }
    keep({ ...NOBODY, serial: store.get().serial + 1, farewell });
  },
};

export function useSession(): Session {
  return useStore(store);
}

export function hasRole(me: Me | null, ...roles: Role[]): boolean {
  return me?.roles.some(({ role }) => roles.includes(role)) ?? false;
}
