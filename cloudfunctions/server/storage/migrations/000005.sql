-- Messages of unknown fate whose carrier can be asked, and when it is asked next.
create table doubts (
  court_id text not null,
  notice_id text not null,
  channel text not null check (channel in ('sms', 'subscribe')),
  ask_at timestamptz not null,
  -- how often it was asked
  asks integer not null default 0,
  primary key (court_id, notice_id),
  foreign key (court_id, notice_id) references notices on delete cascade
);
create index doubts_due on doubts (ask_at);

-- A reply by SMS is a report too: of whose number by its keyed hash, never its words.
alter table carrier_reports add column phone_index text;
create index carrier_reports_age on carrier_reports (applied_at) where applied_at is not null;

-- What one message told of beside its own case shares its fate.
create index notices_told_with on notices (court_id, told_with) where told_with is not null;
