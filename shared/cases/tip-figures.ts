/** No figure is told that stands for fewer tips than this: from small ones people are found out. */
export const FEWEST_TOLD = 5;

export const toldCount = (count: number): number | null => (count >= FEWEST_TOLD ? count : null);

/**
 * Counts that add up to a total which is told too: the small ones are hidden, and where together they are still small,
 * the smallest of the others with them, so that none follows from the total by subtraction.
 *
 * 20, 7, 2: the 2 is hidden, and the 7 with it. 20, 3, 4: both small ones, which are 7 together.
 */
export function toldCounts(counts: readonly number[]): (number | null)[] {
  const told = counts.map(toldCount);
  const hidden = counts.reduce((sum, count, at) => sum + (told[at] === null ? count : 0), 0);
  if (hidden === 0 || hidden >= FEWEST_TOLD) return told;
  const shown = told.filter((count) => count !== null);
  const next = shown.length === 0 ? -1 : told.indexOf(Math.min(...shown));
  return told.map((count, at) => (at === next ? null : count));
}
