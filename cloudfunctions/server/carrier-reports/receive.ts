import type { Insertable } from 'kysely';
import { wishOf } from '../../../shared/reminders/stop-words';
import type { ChannelName } from '../../../shared/reminders/weight';
import type { App } from '../app';
import { describeFault } from '../faults';
import { SEALED } from '../sensitive';
import type { CarrierReportsTable } from '../storage/database';
import { applyStored } from './apply-stored';
import type { Mail, Reply, StatusReport } from './report';

export interface ReportKey {
  channel: ChannelName;
  report_key: string;
}

/** More than this in one call is left to the sweep, so that the carrier has its answer in time. */
const AT_ONCE = 50;

/**
 * Keeps what a carrier brought, then acts on it. What is kept is not lost: whatever cannot be done now is done by
 * the next sweep. What comes a second time is known by its key.
 */
export async function receiveMail(app: App, { reports, replies }: Mail): Promise<void> {
  const rows = [
    ...reports.map((report) => rowOfStatus(app, report)),
    ...replies.map((reply) => rowOfReply(app, reply)),
    // Two calls that bring the same wait for each other in one order.
  ].sort((a, b) => (a.report_key < b.report_key ? -1 : 1));
  if (rows.length === 0) return;
  const fresh = await app.db
    .insertInto('carrier_reports')
    .values(rows)
    .onConflict((c) => c.columns(['channel', 'report_key']).doNothing())
    .returning(['channel', 'report_key'])
    .execute();
  for (const key of fresh.slice(0, AT_ONCE)) await applyQuietly(app, key);
}

/** A fault stays in the log and the report stays waiting. */
export async function applyQuietly(app: App, key: ReportKey): Promise<boolean> {
  try {
    await applyStored(app, key);
    return true;
  } catch (error) {
    app.log({ level: 'error', at: 'carrier-report', channel: key.channel, ...describeFault(error) });
    return false;
  }
}

type Row = Insertable<CarrierReportsTable>;

const rowOfStatus = (app: App, { channel, serial, outcome, reason, reportedAt }: StatusReport): Row => ({
  channel,
  report_key: `${serial} ${outcome}`,
  serial,
  outcome,
  reason,
  phone_index: null,
  reported_at: reportedAt,
  received_at: app.now(),
  applied_at: null,
});

/** The words are read once and never kept: what remains is what they ask for, and whose number it was, keyed. */
const rowOfReply = (app: App, { messageId, phone, text, at }: Reply): Row => ({
  channel: 'sms',
  report_key: `reply ${app.vault.index('reply', messageId)}`,
  serial: null,
  outcome: wishOf(text) ?? 'reply',
  reason: null,
  phone_index: app.vault.index(SEALED.phone, phone),
  reported_at: at,
  received_at: app.now(),
  applied_at: null,
});
