-- How often somebody called in the window that runs; by keyed hash of who or from where. Of no use after a crash.
create unlogged table turns (
  subject text not null,
  ends_at timestamptz not null,
  taken integer not null,
  primary key (subject)
);
create index turns_ended on turns (ends_at);
