import { addDays, type Day, showDay } from '../day';
import type { CaseStatus } from './case-status';
import { type KeptFrom, PERSONAL_DATA } from './personal-data';

export interface Kept {
  table: string;
  column: string;
  days: number;
}

/** What the registry keeps from such a moment on. */
export const keptFrom = (from: KeptFrom): Kept[] =>
  Object.entries(PERSONAL_DATA)
    .filter(([, { keep }]) => keep.from === from)
    .map(([at, { keep }]) => {
      const [table, column] = at.split('.') as [string, string];
      return { table, column, days: keep.days };
    });

/**
 * The last day whose things are erased today: what is kept so many days is whole on the last of them and gone on the
 * next. Kept 7 days from 2026-03-02, it is there on 03-09 and erased on 03-10.
 */
export const erasedUpTo = (today: Day, days: number): Day => addDays(today, -days - 1);

/** What belongs to a case is kept so many days after it ended. */
export const CASE_DAYS = Math.max(...keptFrom('case-ended').map(({ days }) => days));

/** The first day on which what ended on `ended` may be erased. */
export const erasableFrom = (ended: Day, days: number): Day => addDays(ended, days + 1);

/**
 * Why what is personal in a case must stay today, and until when; null once it may be erased. A filed case goes on
 * with enforcement. `ended` is the day on which its supervision ended.
 */
export function caseStay(status: CaseStatus, ended: Day | null, today: Day): string | null {
  if (status === 'filed') return '案件已转入执行程序，随法院卷宗保存';
  const hasEnded = status === 'performed' || status === 'withdrawn';
  if (!hasEnded || !ended) return `案件还没有办结，办结后保存 ${CASE_DAYS / 365} 年，到期自动清除`;
  const from = erasableFrom(ended, CASE_DAYS);
  return today >= from ? null : `要保存到${showDay(addDays(from, -1))}，第二天自动清除`;
}
