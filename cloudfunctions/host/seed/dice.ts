/** Chance that falls the same way at every first start: a county that one can talk about. */
export interface Dice {
  /** A whole number, both ends possible. */
  between(least: number, most: number): number;
  /** True so many times in a hundred. */
  percent(chance: number): boolean;
  pick<T>(from: readonly T[]): T;
  bytes(count: number): Uint8Array;
}

/** Mulberry32 by Tommy Ettinger: small, and more than fair enough for fiction. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1));
  return {
    between,
    percent: (chance) => fraction() * 100 < chance,
    pick: (from) => from[between(0, from.length - 1)]!,
    bytes: (count) => Uint8Array.from({ length: count }, () => between(0, 255)),
  };
}
