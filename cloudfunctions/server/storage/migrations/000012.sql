-- What a sweep does once a day or once a week: the mark says that it is done, whoever did it.
create table sweep_marks (
  mark text not null,
  day date not null,
  at timestamptz not null,
  primary key (mark, day)
);

-- An answered task without a visit: its holder is asked once, and then his town.
alter table tasks
  add column idle_nudged_at timestamptz,
  add column idle_escalated_at timestamptz;
create index tasks_idle on tasks (acknowledged_at)
  where state = 'acknowledged' and role <> 'officer' and idle_escalated_at is null;
