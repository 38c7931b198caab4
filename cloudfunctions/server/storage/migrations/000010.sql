-- How often somebody called in the window that runs; by keyed hash of who or from where. Of no use after a crash.
create unlogged table turns (
  subject text not null,
  ends_at timestamptz not null,
  taken integer not null,
  primary key (subject)
);
create index turns_ended on turns (ends_at);

-- Who asked for a code, by keyed hashes. Looked up by the next sweep, so that the answer takes as long whether or not
-- anybody has this number.
create table code_asks (
  court_id text not null,
  ask bigint generated always as identity,
  phone_index text not null,
  ending_index text not null,
  asked_at timestamptz not null,
  primary key (court_id, ask)
);
