import { type Day, day, isDay } from '../day';
import { type Fen, parseYuan } from '../money';
import type { Suspension } from './delayed-interest';
import { type Ratio, ratio } from './exact';

/**
 * Reads what a test vector gives: yuan and days as text, numbers perhaps as text, flags under names that the
 * handbook tells only by their sense. Nothing here decides anything.
 */
export type Inputs = Record<string, unknown>;

export const fenOf = (value: unknown): Fen => parseYuan(String(value ?? 0));
export const dayOf = (value: unknown): Day => day(String(value).trim());
export const optionalDay = (value: unknown): Day | undefined =>
  typeof value === 'string' && isDay(value.trim()) ? dayOf(value) : undefined;

export function numberOf(value: unknown): number {
  const n = typeof value === 'number' ? value : Number(String(value).normalize('NFKC').replace(/,/g, ''));
  if (!Number.isFinite(n)) throw new RangeError('a number is missing or unreadable');
  return n;
}

const NO_WORDS = new Set(['', '0', 'false', 'no', 'none', 'null', '否', '无']);

/** `true`, 1, "yes", or words such as the name of a witness. */
export const isTrue = (value: unknown): boolean =>
  value === true ||
  (typeof value === 'number' && value !== 0) ||
  (typeof value === 'string' && !NO_WORDS.has(value.trim().toLowerCase()));

export const isFalse = (value: unknown): boolean => value != null && !isTrue(value);

/** Whether a flag is set whose name speaks of `word`, and not of `other`. */
export const flag = (i: Inputs, word: RegExp, other?: RegExp): boolean =>
  Object.entries(i).some(([name, value]) => word.test(name) && !other?.test(name) && isTrue(value));

/** The first day under a name that speaks of `word`. */
export function dayNamed(i: Inputs, word: RegExp): Day | undefined {
  const found = Object.entries(i).find(([name, value]) => word.test(name) && optionalDay(value));
  return found && optionalDay(found[1]);
}

const valuesOf = (value: unknown): unknown[] => Object.values(value as object);

/** `["5000", "2026-01-31"]`, or the same two under any names and in any order. */
export function amountAndDay(value: unknown): { amount: unknown; day: Day } {
  const values = valuesOf(value);
  return { amount: values.find((v) => !optionalDay(v)), day: dayOf(values.find(optionalDay)) };
}

export const listOf = (value: unknown): unknown[] =>
  value == null ? [] : Array.isArray(value) ? value : [value];

export const rangesOf = (value: unknown): { from: Day; to: Day }[] => listOf(value).map(rangeOf);

function rangeOf(value: unknown): { from: Day; to: Day } {
  const [from, to] = valuesOf(value).filter(optionalDay);
  return { from: dayOf(from), to: dayOf(to) };
}

export const suspensionsOf = (value: unknown): Suspension[] =>
  listOf(value).map((range) => ({ ...rangeOf(range), appliedBy: applicantOf(range) }));

/** What the obligor applied for himself does not stop his interest; a vector that names nobody means the court. */
const applicantOf = (range: unknown): Suspension['appliedBy'] =>
  valuesOf(range).some((v) => /debtor|obligor|被执行人|义务人/.test(String(v))) ? 'obligor' : 'court';

/** `"0.05"`, `0.05` or `"5%"`. */
export function rateOf(value: unknown): Ratio {
  const text = String(value).trim();
  if (!text.endsWith('%')) return ratio(text);
  const { numerator, denominator } = ratio(text.slice(0, -1));
  return { numerator, denominator: denominator * 100 };
}
