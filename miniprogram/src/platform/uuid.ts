/**
 * A random id for one submission. WeChat has no synchronous `crypto`; uniqueness is only needed among
 * the submissions of one account, for which the clock and 80 random bits are plenty.
 */
export function makeUuid(now: number, random: () => number): string {
  const tail = Array.from({ length: 16 }, () => Math.floor(random() * 32).toString(32)).join('');
  return `${now.toString(36)}-${tail}`;
}
