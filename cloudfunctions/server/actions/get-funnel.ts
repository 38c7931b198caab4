import { sql } from 'kysely';
import { templateWords } from '../../../shared/cases/notice-words';
import { addDays, instantOf } from '../../../shared/day';
import type { NoticeChannel } from '../../../shared/reminders/weight';
import type { Handler, SignedIn } from '../context';
import { PARTY_DEEDS } from '../notice-outcomes';
import { periodOf } from '../period';

export const getFunnel: Handler<'get-funnel'> = async (input, context) => {
  const period = periodOf(input, context.today);
  const rows = await countSent(context, instantOf(period.from), instantOf(addDays(period.to, 1)));
  return { ...period, rows: rows.map((row) => ({ ...row, words: templateWords(row.template) })) };
};

interface Row {
  template: string;
  version: number;
  channel: NoticeChannel;
  sent: number;
  delivered: number;
  opened: number;
  acknowledged: number;
  performed: number;
}

/**
 * Whether anything followed a message within the period is whether the last thing of its kind did, so that each
 * source is read once and joined by hash. A card names its subject by the message that it tells of; an SMS by the
 * template that left.
 */
async function countSent({ tx, courtId }: SignedIn, since: Date, until: Date): Promise<Row[]> {
  const within = (at: string) => sql`${sql.ref(at)} >= ${since} and ${sql.ref(at)} < ${until}`;
  const { rows } = await sql<Row>`
    with sent as materialized (
      select n.notice_id, n.case_id, n.party_id, n.account_id, n.channel, n.step, n.state, n.template, n.sent_at,
        n.told_with, coalesce(n.told_with, n.notice_id) as message, coalesce(n.template_version, 0) as version,
        case when n.audience in ('obligor', 'obligee') then n.audience else 'staff' end as reader
      from notices n
      where n.court_id = ${courtId} and ${within('n.sent_at')}),
    cards as (
      select message, max(step) filter (where told_with is null) as step, count(distinct case_id) > 1 as merged
      from sent where channel <> 'sms' group by message),
    lines as materialized (
      select l.subject as case_id, l.actor, l.action, l.facts ->> 'partyId' as party_id, l.at
      from audit_lines l
      where l.court_id = ${courtId} and ${within('l.at')} and l.subject in (select case_id from sent)
        and l.action = any(${['get-task', 'claim-access', ...PARTY_DEEDS]}::text[])),
    codes as (
      select distinct k.notice_id from access_codes k
      where k.court_id = ${courtId} and k.notice_id is not null and ${within('k.used_at')}),
    looked as (select case_id, actor, max(at) as at from lines where action = 'get-task' group by case_id, actor),
    took as (
      select t.case_id, t.acknowledged_by, max(t.acknowledged_at) as at from tasks t
      where t.court_id = ${courtId} and ${within('t.acknowledged_at')} group by t.case_id, t.acknowledged_by),
    answered as (
      select party_id, max(at) as at from (
        select party_id, at from lines where action = 'claim-access'
        union all
        select p.party_id, l.at
        from lines l
        join party_bindings b on b.court_id = ${courtId} and b.account_id = l.actor
        join parties p on p.court_id = b.court_id and p.party_id = b.party_id and p.case_id = l.case_id
        where l.action <> all(${['get-task', 'claim-access']}::text[])) d
      group by party_id),
    ended as (
      select s.case_id, max(s.ended_at) as at from supervisions s
      where s.court_id = ${courtId} and s.ending = 'performed' and ${within('s.ended_at')} group by s.case_id),
    fates as (
      select n.channel, n.version, n.state = 'delivered' as delivered, n.state <> 'permanent' as arrived,
        case when n.channel = 'sms' then coalesce(n.template, n.step || '-' || n.reader)
          when c.merged then 'several-' || n.reader
          else coalesce(c.step, n.step) || '-' || n.reader end as template,
        k.notice_id is not null and n.party_id is not null or looked.at >= n.sent_at as opened,
        coalesce(took.at, answered.at) >= n.sent_at as acknowledged,
        ended.at >= n.sent_at as performed
      from sent n
      left join cards c on n.channel <> 'sms' and c.message = n.message
      left join codes k on k.notice_id = n.message
      left join looked on looked.case_id = n.case_id and looked.actor = n.account_id
      left join took on took.case_id = n.case_id and took.acknowledged_by = n.account_id
      left join answered on answered.party_id = n.party_id
      left join ended on ended.case_id = n.case_id)
    select template, version, channel, count(*)::int as sent, count(*) filter (where delivered)::int as delivered,
      count(*) filter (where arrived and opened)::int as opened,
      count(*) filter (where arrived and acknowledged)::int as acknowledged,
      count(*) filter (where arrived and performed)::int as performed
    from fates group by template, version, channel
    order by sent desc, template, version, channel`.execute(tx);
  return rows;
}
