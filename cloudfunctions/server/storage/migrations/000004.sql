-- Reminders for a province. A notice is what is said to whom and what became of it; what is still to be sent
-- stands in the outbox, a small table that shrinks again, so that the book's size costs a sweep nothing.

create table outbox (
  court_id text not null,
  notice_id text not null,
  channel text not null check (channel in ('sms', 'subscribe')),
  -- whom the daily cap counts: a telephone number's keyed hash, or an account
  person text not null,
  -- 0 asked for by the person: at any hour, uncounted; 1 urgent; 2 news
  weight smallint not null,
  not_before timestamptz not null,
  attempts integer not null default 0,
  claimed_by text,
  claim_expires_at timestamptz,
  -- when the carrier was called: a sender that died before it has sent nothing
  called_at timestamptz,
  primary key (court_id, notice_id)
);
create index outbox_due on outbox (channel, not_before) where claimed_by is null;
create index outbox_person on outbox (person) where claimed_by is null;
create index outbox_claimed on outbox (claim_expires_at) where claim_expires_at is not null;

insert into outbox (court_id, notice_id, channel, person, weight, not_before, attempts, claimed_by, claim_expires_at, called_at)
select n.court_id, n.notice_id, n.channel, coalesce(p.phone_index, a.phone_index, n.recipient),
  case when n.step = 'access-code' then 0 when n.step ~ '^(started|due|before-|after-|instalment-|task-)' then 1 else 2 end,
  n.not_before, n.attempts, n.claimed_by, n.claim_expires_at, n.called_at
from notices n
left join parties p on p.court_id = n.court_id and p.party_id = n.party_id
left join accounts a on a.court_id = n.court_id and a.account_id = n.account_id
where n.state in ('pending', 'temporary', 'sending');

-- State is in no index any more, so that an outcome is written in place.
drop index notices_sendable;
drop index notices_sending;
drop index notices_failed;
update notices set state = 'pending' where state = 'sending';
alter table notices
  drop column not_before,
  drop column attempts,
  drop column claimed_by,
  drop column claim_expires_at,
  drop column called_at;
alter table notices set (fillfactor = 85);

-- Whoever was told today is told no more today of that weight, in all his cases together.
create table told_today (
  person text not null,
  day date not null,
  weight smallint not null,
  notice_id text not null,
  primary key (person, day, weight)
);

-- When a case was planned last: a notice of that same moment still holds until something wakes the case.
alter table supervisions add column planned_at timestamptz;
