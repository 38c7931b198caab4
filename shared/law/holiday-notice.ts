import { type Day, isDay } from '../day';
import type { Infer } from '../zod';
import { z } from '../zod';
import { isWeekend, type YearCalendar } from './holidays';

const dayText = z.string().check(z.refine(isDay, '日期要写成 2027-01-01 的样子。'));

/**
 * The State Council's notice as a file that an administrator loads:
 * `{ "year": 2027, "notice": "国办发明电〔2026〕…号", "restDays": ["2027-01-01"], "workDays": [] }`.
 * Ordinary weekends need not be listed; a weekend of work goes into `workDays`.
 */
export const holidayNoticeSchema = z
  .object({
    year: z.int().check(z.minimum(2004), z.maximum(2100)),
    notice: z.string().check(z.minLength(4, '请写明放假通知的文号或标题。')),
    restDays: z.array(dayText).check(z.minLength(7, '放假日期太少，请核对是否录全。')),
    workDays: z.array(dayText),
  })
  .check(
    z.refine(
      ({ year, restDays, workDays }) => [...restDays, ...workDays].every((d) => d.startsWith(`${year}-`)),
      '有日期不属于这一年，请核对。',
    ),
    z.refine(
      ({ restDays, workDays }) => !workDays.some((d) => restDays.includes(d)),
      '同一天不能既放假又上班，请核对。',
    ),
    z.refine(
      ({ workDays }) => workDays.every((d) => isDay(d) && isWeekend(d)),
      '调休上班的日子应当是周六或周日，请核对。',
    ),
  );

export type HolidayNotice = Infer<typeof holidayNoticeSchema>;

/** The calendar in a notice that was checked by the schema. */
export function calendarOf({ year, restDays, workDays }: HolidayNotice): YearCalendar {
  return { year, restDays: restDays as Day[], workDays: workDays as Day[] };
}
