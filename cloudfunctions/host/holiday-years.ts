import { type HolidayNotice, holidayNoticeSchema } from '../../shared/law/holiday-notice';
import { z } from '../../shared/zod';
import type { App } from '../server/app';
import { calendarsOf, loadHolidays } from '../server/calendars';
import { SetupError } from '../server/settings';
import { readGivenJson } from './given-file';

const EXAMPLE =
  '{"year": 2027, "notice": "国办发明电〔2026〕…号", "restDays": ["2027-01-01", …], "workDays": ["2027-02-14", …]}';

const BEFORE = {
  nothing: 'Nothing was known of this year before.',
  published: 'It takes the place of the days that came with the program.',
  loaded: 'It takes the place of the notice that was loaded before.',
} as const;

/** Loads one year's notice, in place of an earlier one, and prints what now counts. */
export async function loadHolidayFile(app: App, file: string, print: (text: string) => void): Promise<void> {
  const notice = checked(file, await readGivenJson(file, EXAMPLE));
  const { before } = await app.db
    .transaction()
    .execute((tx) => loadHolidays(tx, notice, { now: app.now, actor: 'command' }));
  const { year, restDays, workDays } = notice;
  print(
    [
      `Loaded ${year}: ${notice.notice}`,
      `rest days (${restDays.length}): ${listed(restDays)}`,
      `weekends of work (${workDays.length}): ${listed(workDays)}`,
      BEFORE[before],
      `Lists whose periods end in ${year} and were imported earlier keep their days: import them again.`,
    ].join('\n'),
  );
}

function checked(file: string, content: unknown): HolidayNotice {
  const read = z.safeParse(holidayNoticeSchema, content);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  throw new SetupError(
    `${file} was not loaded, nothing has changed. ${where}${message} It should look like this: ${EXAMPLE}`,
  );
}

const listed = (days: readonly string[]): string => (days.length > 0 ? [...days].sort().join(' ') : 'none');

/** Which of the years that deadlines reach are known; a period of two years ends in one of them. */
export async function printHolidayYears(app: App, print: (text: string) => void): Promise<void> {
  const calendar = await app.db.transaction().execute((tx) => calendarsOf(tx));
  const now = app.now().getUTCFullYear();
  for (const year of [now, now + 1, now + 2, now + 3]) {
    print(
      calendar.knows(year)
        ? `${year}: known`
        : `${year}: not published: load the State Council's notice with npm run load-holidays -- FILE.json`,
    );
  }
}
