/** What wechaty-puppet-service calls of its store. */
interface Payloads {
  get(id: string): Promise<unknown>;
  set(id: string, payload: unknown): Promise<void>;
  delete(id: string): Promise<boolean>;
}

interface PayloadStore {
  contact?: Payloads;
  room?: Payloads;
  roomMember?: Payloads;
  start(account: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * In the place of the store that wechaty-puppet-service keeps on the disk: that one writes contacts in plain text, and
 * who logs in again while it is still closing ends the process by its lock. This one forgets all of it at a logout.
 */
export function payloadsInMemory(): PayloadStore {
  const store: PayloadStore = {
    start: async () => {
      store.contact = inMemory();
      store.room = inMemory();
      store.roomMember = inMemory();
    },
    stop: async () => {
      store.contact = undefined;
      store.room = undefined;
      store.roomMember = undefined;
    },
  };
  return store;
}

function inMemory(): Payloads {
  const payloads = new Map<string, unknown>();
  return {
    get: async (id) => payloads.get(id),
    set: async (id, payload) => void payloads.set(id, payload),
    delete: async (id) => payloads.delete(id),
  };
}
