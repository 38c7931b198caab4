import { addDays, type Day, instantOf } from '../../../../shared/day';

/** Minutes since midnight of a time as people write it: 「18:00」「8：30」「1800」「20点」; null where it is none. */
export function minutesOf(text: string): number | null {
  const plain = text.trim().replace(/[０-９]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
  const found =
    /^(\d{1,2})(?:[:：](\d{2})|[点时](?:(\d{1,2})分?)?)$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? found[3] ?? 0)];
  const total = hour * 60 + minute;
  return minute > 59 || total > 24 * 60 ? null : total;
}

/** The two instants of a shift that begins on this day; an end that is not after the begin is of the next day. */
export function shiftOf(day: Day, begin: number, end: number): { from: Date; to: Date } {
  const last = end > begin ? day : addDays(day, 1);
  return { from: instantOf(day, 0, begin), to: instantOf(last, 0, end) };
}
