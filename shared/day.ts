/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Days compare with `<` and `>` as plain strings. */
export type Day = string & { readonly __unit: 'day' };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_A_DAY = 86_400_000;
/** China keeps UTC+8 all year (no summer time since 1992), so the offset is a constant. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Checks `text` as a real calendar day. Throws a RangeError. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

export function isDay(text: string): text is Day {
  return DAY.test(text) && text >= '1900-01-01' && fromEpochDay(toEpochDay(text as Day)) === text;
}

const digit = (d: Day, at: number): number => d.charCodeAt(at) - 48;

/**
 * Whole days since 1970-01-01. Counted from 1 March, so that the leap day ends a year; plain arithmetic,
 * because statements of interest call it for every payment and `Date.UTC` over slices takes six times as long.
 */
export function toEpochDay(d: Day): number {
  const month = digit(d, 5) * 10 + digit(d, 6);
  const early = month < 3;
  const year = digit(d, 0) * 1000 + digit(d, 1) * 100 + digit(d, 2) * 10 + digit(d, 3) - (early ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const beforeMonth = Math.floor(((early ? month + 9 : month - 3) * 153 + 2) / 5);
  return year * 365 + leapDays + beforeMonth + digit(d, 8) * 10 + digit(d, 9) - 719_469;
}

/** The way back, for the years 1000 to 9999; plain arithmetic for the same reason. */
export function fromEpochDay(n: number): Day {
  const sinceMarchOfYear0 = n + 719_468;
  const era = Math.floor(sinceMarchOfYear0 / 146_097);
  const dayOfEra = sinceMarchOfYear0 - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((dayOfYear * 5 + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month < 3 ? 1 : 0);
  return `${year}-${two(month)}-${two(dayOfYear - Math.floor((monthFromMarch * 153 + 2) / 5) + 1)}` as Day;
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** The calendar day in Asia/Shanghai at this instant. */
export function dayAt(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** The instant at which `hour:minute` strikes on `d` in Asia/Shanghai. */
export function instantOf(d: Day, hour = 0, minute = 0): Date {
  return new Date(toEpochDay(d) * MS_A_DAY + (hour * 60 + minute) * 60_000 - SHANGHAI_OFFSET_MS);
}

/** Minutes since midnight in Asia/Shanghai, 0–1439. */
export function minuteOfDay(instant: Date): number {
  return Math.floor(((instant.getTime() + SHANGHAI_OFFSET_MS) % MS_A_DAY) / 60_000);
}

export function addDays(d: Day, n: number): Day {
  return fromEpochDay(toEpochDay(d) + n);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The corresponding day `n` months later, or the month's last day where there is none. */
export function addMonths(d: Day, n: number): Day {
  const month = Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1 + n;
  const year = Math.floor(month / 12);
  const first = Date.UTC(year, month % 12, 1);
  const lengthOfMonth = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate();
  const dayOfMonth = Math.min(Number(d.slice(8, 10)), lengthOfMonth);
  return fromEpochDay(first / MS_A_DAY + dayOfMonth - 1);
}

/** `2026-03-05` → `2026年3月5日`. */
export function showDay(d: Day): string {
  return `${d.slice(0, 4)}年${Number(d.slice(5, 7))}月${Number(d.slice(8, 10))}日`;
}

/** `2026-03-05T01:02:00Z` → `3月5日 09:02`, in Asia/Shanghai. */
export function showMoment(instant: Date): string {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  return `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日 ${local.slice(11, 16)}`;
}
