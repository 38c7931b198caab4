import { randomBytes } from 'node:crypto';

const DRAWN_AT_ONCE = 4096;

/** Random bytes of the system, drawn many at a time: an id takes eighteen, and a sweep makes ids by the thousand. */
export function createRandom(): (bytes: number) => Uint8Array {
  let drawn = randomBytes(DRAWN_AT_ONCE);
  let used = 0;
  return (bytes) => {
    if (bytes > DRAWN_AT_ONCE) return new Uint8Array(randomBytes(bytes));
    if (used + bytes > DRAWN_AT_ONCE) {
      drawn = randomBytes(DRAWN_AT_ONCE);
      used = 0;
    }
    used += bytes;
    return Uint8Array.from(drawn.subarray(used - bytes, used));
  };
}
