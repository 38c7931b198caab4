/** A message as it stands on a phone. */
export interface Arrival {
  id: string;
  /** ISO 8601, by the sandbox's clock. */
  at: string;
  carrier: 'sms' | 'subscribe';
  /** A telephone number without +86, or an openid. */
  to: string;
  /** What the sender calls it, where the carrier lets him. */
  reference?: string;
  signature?: string;
  /** The carrier's id of the template; empty for a gateway that has none. */
  template: string;
  text: string;
  fields: Record<string, string>;
  page?: string;
}

export type Listener = (arrival: Arrival) => void;

export interface Arrivals {
  /** The last ones, oldest first. */
  all(): Arrival[];
  add(message: Omit<Arrival, 'id' | 'at'>): Arrival;
  listen(listener: Listener): () => void;
  /** Whether this number got this very text less than 30 seconds ago. */
  hasJustSeen(to: string, text: string): boolean;
}

/** What has arrived, in memory; the oldest go when it is full. */
export function createArrivals(now: () => Date, limit: number): Arrivals {
  const kept: Arrival[] = [];
  const listeners = new Set<Listener>();
  let count = 0;
  return {
    all: () => [...kept],
    add: (message) => {
      count += 1;
      const arrival = { id: `arrival-${count}`, at: now().toISOString(), ...message };
      kept.push(arrival);
      if (kept.length > limit) kept.shift();
      for (const listener of listeners) listener(arrival);
      return arrival;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hasJustSeen: (to, text) => kept.some((one) => one.to === to && one.text === text && isRecent(one, now())),
  };
}

function isRecent(arrival: Arrival, now: Date): boolean {
  const age = now.getTime() - Date.parse(arrival.at);
  return age >= 0 && age < 30_000;
}
