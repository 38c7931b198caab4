import type { Said } from '../../../shared/reminders/fate';
import type { Wish } from '../../../shared/reminders/stop-words';
import type { App } from '../app';
import type { Tx } from '../storage/connect';
import { decideFate } from './decide-fate';
import type { ReportKey } from './receive';
import { actOnReply } from './reply';

/** Acts on one report that is kept, in one transaction with everything that follows from it; a second time nothing happens. */
export async function applyStored(app: App, key: ReportKey): Promise<void> {
  const now = app.now();
  await app.db.transaction().execute(async (tx) => {
    const report = await take(tx, key);
    if (!report) return;
    if (report.phone_index) {
      await actOnReply({ app, tx, now }, report.phone_index, report.outcome as Wish | 'reply');
    } else {
      const notice = report.serial ? await noticeOf(tx, key.channel, report.serial) : undefined;
      // Before its number is written down it waits; the next sweep finds both.
      if (!notice) return;
      const said = { outcome: report.outcome as Said, reason: report.reason };
      await decideFate({ app, tx, now }, notice, said, 'reported');
    }
    await mark(tx, key, now);
  });
}

const take = (tx: Tx, key: ReportKey) =>
  tx
    .selectFrom('carrier_reports')
    .select(['serial', 'outcome', 'reason', 'phone_index'])
    .where('channel', '=', key.channel)
    .where('report_key', '=', key.report_key)
    .where('applied_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

const noticeOf = (tx: Tx, channel: ReportKey['channel'], serial: string) =>
  tx
    .selectFrom('carrier_serials')
    .select(['court_id as courtId', 'notice_id as noticeId'])
    .where('channel', '=', channel)
    .where('serial', '=', serial)
    .executeTakeFirst();

const mark = (tx: Tx, key: ReportKey, now: Date) =>
  tx
    .updateTable('carrier_reports')
    .set({ applied_at: now })
    .where('channel', '=', key.channel)
    .where('report_key', '=', key.report_key)
    .execute();
