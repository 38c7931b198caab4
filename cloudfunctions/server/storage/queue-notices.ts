import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../shared/day';
import { NOTICE_STEPS, type NoticeStep } from '../../../shared/reminders/steps';
import { type NoticeChannel, URGENT, weightOf } from '../../../shared/reminders/weight';
import type { Audience } from '../../../shared/reminders/wording';
import type { Tx } from './connect';

export interface QueuedNotice {
  courtId: string;
  noticeId: string;
  caseId: string;
  partyId: string | null;
  accountId: string | null;
  channel: NoticeChannel;
  audience: Audience;
  step: NoticeStep;
  stepDay: Day;
  /** The how-manieth of its kind on its day; 1 when not given. */
  nth?: number;
  facts: Record<string, string>;
  notBefore: Date;
  createdAt: Date;
}

const WEIGHTS = JSON.stringify(Object.fromEntries(NOTICE_STEPS.map((step) => [step, weightOf(step)])));

/**
 * Puts many messages into the outbox in one statement, and says how many. One that is there already stays. An account
 * that the bot knows is told by chat first.
 */
export const queueNotices = (tx: Tx, notices: readonly QueuedNotice[]): Promise<number> =>
  insertAll(tx, notices, { onConflict: sql`nothing`, chatFirst: true });

/** Likewise, by the channel that is said and no other: chat has been tried. */
export const queueAsSaid = (tx: Tx, notices: readonly QueuedNotice[]): Promise<number> =>
  insertAll(tx, notices, { onConflict: sql`nothing`, chatFirst: false });

/** By chat, unless it is not urgent and he wants quiet, or what is to be said there goes by SMS for now. */
const isToldByChat: RawBuilder<boolean> = sql`exists (
  select from chat_bindings b
  join chat_gateways w on w.court_id = b.court_id and w.gateway = b.gateway and w.failed_over_at is null
  where b.court_id = g."courtId" and b.account_id = g."accountId" and b.ended_at is null
    and (not b.muted or (${WEIGHTS}::jsonb ->> g.step)::smallint <= ${URGENT}))`;

/** Likewise, for people whose number was put right: what never went anywhere before waits again. */
export const queueAfterCorrection = (tx: Tx, notices: readonly QueuedNotice[]): Promise<number> =>
  insertAll(tx, notices, {
    onConflict: sql`update set state = 'pending', reason = null, decided_at = null where ${wentNowhere}`,
    chatFirst: false,
  });

/** Whether the message of this row ended before the number that it was meant for was corrected. */
const wentNowhere: RawBuilder<boolean> = sql`(
  notices.state in ('suppressed', 'permanent') and exists (
    select from parties w
    where w.court_id = notices.court_id and w.party_id = notices.party_id
      and w.contact_corrected_at > notices.decided_at))`;

async function insertAll(
  tx: Tx,
  notices: readonly QueuedNotice[],
  { onConflict, chatFirst }: { onConflict: RawBuilder<unknown>; chatFirst: boolean },
): Promise<number> {
  if (notices.length === 0) return 0;
  const { numAffectedRows } = await sql`
    with wished as materialized (
      select *, coalesce('party:' || "partyId", 'account:' || "accountId") as recipient, coalesce(nth, 1) as n,
        ${chatFirst}::boolean and ${isToldByChat} as by_chat
      from json_to_recordset(${JSON.stringify(notices)}::json) as g(
        "courtId" text, "noticeId" text, "caseId" text, "partyId" text, "accountId" text, channel text,
        audience text, step text, "stepDay" date, nth int, facts jsonb, "notBefore" timestamptz,
        "createdAt" timestamptz)),
    given as materialized (
      select "courtId", "noticeId", "caseId", "partyId", "accountId", audience, step, "stepDay", facts, "notBefore",
        "createdAt", recipient, n, case when by_chat then 'chat' else channel end as channel
      from wished
      -- Told on this day already, before he had a chat or when it was away: told once.
      where "accountId" is null or not ${chatFirst}::boolean or not exists (
        select from notices o
        where o.court_id = "courtId" and o.case_id = "caseId" and o.recipient = wished.recipient and o.step = wished.step
          and o.step_day = "stepDay" and o.nth = n and (o.channel = 'chat') <> by_chat)),
    fresh as (
      insert into notices (court_id, notice_id, case_id, recipient, party_id, account_id, channel, audience,
                           step, step_day, nth, facts, created_at)
      select "courtId", "noticeId", "caseId", recipient, "partyId", "accountId", channel, audience,
             step, "stepDay", n, facts, "createdAt"
      from given
      on conflict (court_id, case_id, recipient, channel, step, step_day, nth) do ${onConflict}
      returning court_id, notice_id, case_id, recipient, party_id, account_id, channel, step, step_day, nth)
    insert into outbox (court_id, notice_id, channel, person, weight, not_before)
    select f.court_id, f.notice_id, f.channel, coalesce(p.phone_index, a.phone_index, f.recipient),
      (${WEIGHTS}::jsonb ->> f.step)::smallint, g."notBefore"
    from fresh f
    join given g on g."caseId" = f.case_id and g.recipient = f.recipient and g.channel = f.channel
      and g.step = f.step and g."stepDay" = f.step_day and g.n = f.nth
    left join parties p on p.court_id = f.court_id and p.party_id = f.party_id
    left join accounts a on a.court_id = f.court_id and a.account_id = f.account_id
    on conflict (court_id, notice_id) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
