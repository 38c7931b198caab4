-- What a notice became, for the court's eyes: the words that left, when a carrier took it, and with which other
-- notice one message told of it.
alter table notices
  add column template text,
  add column template_version integer,
  add column told_with text,
  add column sent_at timestamptz;

-- A carrier's number of a message, for its reports; cleared after some days.
create table carrier_serials (
  channel text not null,
  serial text not null,
  court_id text not null,
  notice_id text not null,
  sent_at timestamptz not null,
  primary key (channel, serial)
);
create index carrier_serials_age on carrier_serials (sent_at);

-- What no carrier could do, and a person does: call, visit, or find the right number.
create table undelivered (
  court_id text not null,
  notice_id text not null,
  case_id text not null,
  party_id text,
  account_id text,
  -- permanent or unknown
  state text not null,
  reason text not null,
  at timestamptz not null,
  handled_at timestamptz,
  handled_by text,
  handling text,
  primary key (court_id, notice_id),
  foreign key (court_id, notice_id) references notices on delete cascade
);
create index undelivered_open on undelivered (court_id, at) where handled_at is null;
create index undelivered_case on undelivered (court_id, case_id);
insert into undelivered (court_id, notice_id, case_id, party_id, account_id, state, reason, at)
select court_id, notice_id, case_id, party_id, account_id, state, coalesce(reason, ''), coalesce(decided_at, created_at)
from notices where state in ('permanent', 'unknown') and channel = 'sms';

-- A carrier's rate is shared by every worker; one that is down rests without burning attempts.
create table carriers (
  channel text primary key,
  -- the instant at which the next free slot begins, by this server's clock
  next_slot_at timestamptz not null default '-infinity',
  paused_until timestamptz,
  failing_since timestamptz,
  failures integer not null default 0,
  reason text,
  alarmed_at timestamptz
);
insert into carriers (channel) values ('sms'), ('subscribe');

-- What carriers report by themselves, in any order, twice, late. Kept until the notice is known.
create table carrier_reports (
  channel text not null,
  report_key text not null,
  serial text,
  outcome text not null,
  reason text,
  reported_at timestamptz not null,
  received_at timestamptz not null,
  applied_at timestamptz,
  primary key (channel, report_key)
);
create index carrier_reports_waiting on carrier_reports (channel, serial) where applied_at is null;

-- The code of a message tells when it was opened.
alter table access_codes add column notice_id text;
create index access_codes_notice on access_codes (court_id, notice_id) where notice_id is not null;

-- The court's ladder, a version a row; the built-in one holds where there is none.
create table ladders (
  court_id text not null references courts,
  version integer not null,
  valid_from date not null,
  ladder jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (court_id, version)
);

-- The court's wording by template and channel, a version a row; the built-in one is version 0.
create table wordings (
  court_id text not null references courts,
  template text not null,
  channel text not null,
  version integer not null,
  body text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (court_id, template, channel, version)
);

alter table sweep_runs
  add column unknown integer not null default 0,
  add column stages jsonb not null default '{}';
create index sweep_runs_at on sweep_runs (started_at);

-- A watch that was alarmed, so that the same thing is told once.
create table alarms (
  kind text primary key,
  since timestamptz not null,
  told_at timestamptz
);
