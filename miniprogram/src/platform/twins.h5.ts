import type { Twins } from './platform';

/** Old browsers have no channel: a duplicated tab there has to sign in once more. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('session');
/** Not over plain HTTP, and not in every browser. */
const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;

export const browserTwins: Twins = {
  tell: (message) => channel?.postMessage(message),
  hear: (listener) => channel?.addEventListener('message', ({ data }) => listener(data)),
  async inTurn(name, work) {
    return locks ? await locks.request(name, work) : work();
  },
};
