import { sql } from 'kysely';
import { templateWords } from '../../../shared/cases/notice-words';
import { addDays, instantOf } from '../../../shared/day';
import type { ChannelName } from '../../../shared/reminders/weight';
import type { Handler, SignedIn } from '../context';
import { acknowledgedAt, openedAt, performedAt } from '../notice-outcomes';
import { periodOf } from '../period';

export const getFunnel: Handler<'get-funnel'> = async (input, context) => {
  const period = periodOf(input, context.today);
  const rows = await countSent(context, instantOf(period.from), instantOf(addDays(period.to, 1)));
  return { ...period, rows: rows.map((row) => ({ ...row, words: templateWords(row.template) })) };
};

interface Row {
  template: string;
  version: number;
  channel: ChannelName;
  sent: number;
  delivered: number;
  opened: number;
  acknowledged: number;
  performed: number;
}

/** A card names its subject by the message that it tells of; an SMS by the template that left. */
async function countSent({ tx, courtId }: SignedIn, since: Date, until: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with sent as materialized (
      select n.*, coalesce(n.told_with, n.notice_id) as message,
        case when n.audience in ('obligor', 'obligee') then n.audience else 'staff' end as reader
      from notices n
      where n.court_id = ${courtId} and n.sent_at >= ${since} and n.sent_at < ${until}),
    cards as (
      select message, max(step) filter (where told_with is null) as step, count(distinct case_id) > 1 as merged
      from sent where channel = 'subscribe' group by message),
    fates as (
      select n.channel, coalesce(n.template_version, 0) as version,
        case when n.channel = 'sms' then coalesce(n.template, n.step || '-' || n.reader)
          when c.merged then 'several-' || n.reader
          else coalesce(c.step, n.step) || '-' || n.reader end as template,
        n.state = 'delivered' as delivered, ${openedAt} < ${until} as opened,
        ${acknowledgedAt} < ${until} as acknowledged, ${performedAt} < ${until} as performed
      from sent n left join cards c on n.channel = 'subscribe' and c.message = n.message)
    select template, version, channel, count(*)::int as sent, count(*) filter (where delivered)::int as delivered,
      count(*) filter (where opened)::int as opened, count(*) filter (where acknowledged)::int as acknowledged,
      count(*) filter (where performed)::int as performed
    from fates group by template, version, channel
    order by sent desc, template, version, channel`.execute(tx);
  return rows;
}
