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
