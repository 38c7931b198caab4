-- What somebody asks of what is held about him: a correction or an erasure, and the court's answer.
create table data_requests (
  court_id text not null,
  request_id text not null,
  -- who asked
  account_id text not null,
  -- as which party; null where it is about his account. No reference: an import that is undone takes the party away.
  party_id text,
  kind text not null check (kind in ('correction', 'erasure')),
  -- which field is wrong
  field text,
  -- how far an erasure goes
  scope text,
  -- what it should be; emptied by the answer
  wanted_sealed text,
  why text not null,
  state text not null default 'open' check (state in ('open', 'granted', 'partly', 'refused')),
  made_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  answer text,
  ground text,
  -- what was done, and what stays until when, in words without anybody's data
  outcome jsonb,
  primary key (court_id, request_id),
  foreign key (court_id, account_id) references accounts
);
create index data_requests_account on data_requests (court_id, account_id);
create index data_requests_open on data_requests (court_id, made_at) where state = 'open';
create index data_requests_decided on data_requests (decided_at) where decided_at is not null;
