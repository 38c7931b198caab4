-- What was shown masked and opened: which field of whom, by whom, and why. Words go with the case.
create table reveals (
  court_id text not null,
  reveal_id text not null,
  case_id text not null,
  -- No reference: an import that is undone takes the party away.
  party_id text not null,
  account_id text not null,
  field text not null check (field in ('phone', 'address', 'id-number')),
  reason text not null check (reason in ('appointment', 'check-number', 'no-other-way', 'other')),
  words text,
  at timestamptz not null,
  primary key (court_id, reveal_id),
  foreign key (court_id, case_id) references cases on delete cascade,
  foreign key (court_id, account_id) references accounts
);
create index reveals_case on reveals (court_id, case_id);

-- Lists of cases that leave the system: who asked for what and why, who granted it, how often it was fetched.
-- No list is kept: it is made each time it is fetched.
create table exports (
  court_id text not null,
  export_id text not null,
  number text not null,
  account_id text not null,
  asked_at timestamptz not null,
  why text not null,
  status text,
  town_id text,
  search text,
  columns text[] not null,
  -- which columns were asked for without masks, and which of these were granted
  clear_asked text[] not null check (clear_asked <@ columns),
  clear_granted text[] not null default '{}' check (clear_granted <@ clear_asked),
  -- how many it was when it was asked for
  cases int not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused')),
  decided_by text,
  decided_at timestamptz,
  answer text,
  expires_at timestamptz,
  downloads int not null default 0,
  primary key (court_id, export_id),
  unique (court_id, number),
  foreign key (court_id, account_id) references accounts,
  foreign key (court_id, decided_by) references accounts (court_id, account_id),
  constraint a_second_person_decides check (decided_by <> account_id),
  check ((state = 'asked') = (decided_by is null)),
  check ((state = 'granted') = (expires_at is not null))
);
create index exports_asked on exports (asked_at);
create index exports_waiting on exports (court_id) where state = 'asked';
