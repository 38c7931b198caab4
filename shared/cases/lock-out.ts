/** Wrong passwords in a row, of one login name, from one place or one known browser. */
export interface Failures {
  count: number;
  lastAt: Date;
}

/** Slips of the finger cost nothing; whoever goes on guessing waits longer and longer, never for good. */
const WAITS_S: readonly { from: number; seconds: number }[] = [
  { from: 9, seconds: 900 },
  { from: 8, seconds: 300 },
  { from: 7, seconds: 120 },
  { from: 6, seconds: 60 },
  { from: 5, seconds: 30 },
];

/** Failures older than this are forgotten. */
export const FORGET_AFTER_MS = 24 * 3_600_000;

/** Whole seconds until the next try is listened to; 0 when it may be made now. */
export function secondsToWait(failures: Failures | null, now: Date): number {
  if (!failures) return 0;
  const since = now.getTime() - failures.lastAt.getTime();
  if (since >= FORGET_AFTER_MS) return 0;
  const wait = WAITS_S.find(({ from }) => failures.count >= from)?.seconds ?? 0;
  return Math.max(0, Math.ceil(wait - since / 1000));
}

/**
 * Whose failures a try counts among. A browser that this person signed in from before counts by itself, so that
 * whoever guesses elsewhere, be it next door on the same address, slows down himself and not him. Everybody
 * else counts by login name and network: never by the login name alone, which anybody could lock.
 */
export function failureSubject(
  loginName: string,
  from: { network: string; knownDevice: string | null },
): string {
  return from.knownDevice ? `device ${loginName} ${from.knownDevice}` : `net ${loginName} ${from.network}`;
}

/** An IPv4 address, or the /64 of an IPv6 one: whoever has one address of it has them all. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const groups =
    tail === undefined
      ? front
      : [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  const first = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${first.join(':')}::/64`;
}

/** 「30 秒」, 「5 分钟」: rounded up, so that nobody comes back too early. */
export function waitWords(seconds: number): string {
  return seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}
