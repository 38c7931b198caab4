import type { Day } from '../../shared/day';
import type { HolidayNotice } from '../../shared/law/holiday-notice';
import { type Calendar, calendarWith, PUBLISHED_CALENDAR } from '../../shared/law/holidays';
import type { App } from './app';
import { appendAudit } from './audit';
import type { Tx } from './storage/connect';

/** The holidays that come with us, and on top of them what an administrator loaded; a handful of rows at most. */
export async function calendarsOf(tx: Tx): Promise<Calendar> {
  const years = await tx
    .selectFrom('holiday_years')
    .select(['year', 'rest_days as restDays', 'work_days as workDays'])
    .execute();
  return years.length === 0 ? PUBLISHED_CALENDAR : calendarWith(years);
}

export interface LoadedYear {
  /** What stood there before: nothing, what came with us, or an earlier notice. */
  before: 'nothing' | 'published' | 'loaded';
}

/** Stores a year's notice in place of an earlier one; every court on this database reckons by it, and notes it. */
export async function loadHolidays(
  tx: Tx,
  notice: HolidayNotice,
  by: Pick<App, 'now'> & { actor: string },
): Promise<LoadedYear> {
  const before = await whatIsThere(tx, notice.year);
  const at = by.now();
  const row = {
    notice: notice.notice,
    rest_days: inOrder(notice.restDays),
    work_days: inOrder(notice.workDays),
    loaded_at: at,
    loaded_by: by.actor,
  };
  await tx
    .insertInto('holiday_years')
    .values({ year: notice.year, ...row })
    .onConflict((c) => c.column('year').doUpdateSet(row))
    .execute();
  const facts = {
    year: notice.year,
    restDays: row.rest_days,
    workDays: row.work_days,
    before,
  };
  for (const { court_id } of await tx.selectFrom('courts').select('court_id').orderBy('court_id').execute()) {
    await appendAudit(tx, {
      courtId: court_id,
      subject: 'court',
      at,
      actor: by.actor,
      action: 'load-holidays',
      facts,
    });
  }
  return { before };
}

async function whatIsThere(tx: Tx, year: number): Promise<LoadedYear['before']> {
  const loaded = await tx
    .selectFrom('holiday_years')
    .select('year')
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst();
  if (loaded) return 'loaded';
  return PUBLISHED_CALENDAR.knows(year) ? 'published' : 'nothing';
}

const inOrder = (days: readonly string[]): Day[] => [...new Set(days)].sort() as Day[];
