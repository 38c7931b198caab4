import type { App } from '../app';

const A_DAY_MS = 24 * 3_600_000;
/** No carrier reports later than that. */
const SERIALS_DAYS = 7;
const REPORTS_DAYS = 30;

/** Carriers' numbers and reports go when they are of no use any more. A report of a message that nobody knows goes too. */
export async function forgetReports({ db, now }: Pick<App, 'db' | 'now'>): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * A_DAY_MS);
  await db.deleteFrom('carrier_serials').where('sent_at', '<', before(SERIALS_DAYS)).execute();
  await db.deleteFrom('carrier_reports').where('applied_at', '<', before(REPORTS_DAYS)).execute();
  await db
    .deleteFrom('carrier_reports')
    .where('applied_at', 'is', null)
    .where('received_at', '<', before(SERIALS_DAYS))
    .execute();
}
