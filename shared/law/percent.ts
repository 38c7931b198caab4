/**
 * `n` of `d` as a percentage with `places` decimals, half up; null where there is nothing to divide by
 * (the screen shows 「—」, neither 0 % nor 100 %). Whole counts, not
 * negative. By which definition, period and instant they were counted is the screen's to say.
 *
 * 824,245 of 903,972: 91.18.
 */
export function percent(n: number, d: number, places = 2): string | null {
  if (d === 0) return null;
  const scaled = (BigInt(n) * BigInt(200 * 10 ** places) + BigInt(d)) / BigInt(2 * d);
  const digits = String(scaled).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
