-- The whole road: areas, people, cases, supervision, tasks, payments, notices, audit.
-- Every table carries court_id and leads its key with it, so that no row can point into another court
-- and the book can be distributed by court. Money: *_fen bigint. Days: date. Instants: timestamptz.
-- *_sealed: encrypted by server/sensitive.ts; *_index: keyed hash for exact search.

create table courts (
  court_id text primary key,
  name text not null,
  county text not null,
  phone text not null,
  hotline text not null default '12368',
  settings jsonb not null default '{}'
);

create table towns (
  court_id text not null references courts,
  town_id text not null,
  code text not null,
  name text not null,
  aliases text[] not null default '{}',
  primary key (court_id, town_id),
  unique (court_id, code)
);

create table villages (
  court_id text not null,
  village_id text not null,
  town_id text not null,
  code text not null,
  name text not null,
  aliases text[] not null default '{}',
  primary key (court_id, village_id),
  unique (court_id, code),
  foreign key (court_id, town_id) references towns
);

create table teams (
  court_id text not null references courts,
  team_id text not null,
  name text not null,
  primary key (court_id, team_id)
);

-- Which team serves which town, with history: a change ends one row and begins another.
create table team_towns (
  court_id text not null,
  team_id text not null,
  town_id text not null,
  valid_from date not null,
  valid_to date,
  primary key (court_id, town_id, valid_from),
  foreign key (court_id, team_id) references teams,
  foreign key (court_id, town_id) references towns
);
create unique index team_towns_current on team_towns (court_id, town_id) where valid_to is null;

create table accounts (
  court_id text not null references courts,
  account_id text not null,
  name text not null,
  phone_sealed text,
  phone_index text,
  -- WeChat openid, known after the first visit from the mini-program
  openid text,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (court_id, account_id)
);
create unique index accounts_openid on accounts (openid) where openid is not null;

-- Roles come only from here, never from a request or a token.
create table role_grants (
  court_id text not null,
  account_id text not null,
  role text not null,
  village_id text,
  town_id text,
  team_id text,
  valid_from date not null,
  valid_to date,
  foreign key (court_id, account_id) references accounts,
  foreign key (court_id, village_id) references villages,
  foreign key (court_id, town_id) references towns,
  foreign key (court_id, team_id) references teams
);
create index role_grants_account on role_grants (court_id, account_id);
create index role_grants_village on role_grants (court_id, village_id) where village_id is not null;
create index role_grants_town on role_grants (court_id, town_id) where town_id is not null;

create table demo_personas (
  persona text primary key,
  court_id text not null,
  account_id text not null,
  words text not null,
  phone text not null,
  sort integer not null,
  foreign key (court_id, account_id) references accounts
);

create table cases (
  court_id text not null references courts,
  case_id text not null,
  case_number text not null,
  -- opaque, for messages: says nothing about the case
  task_number text not null,
  instrument_number text,
  instrument_type text not null,
  cause text,
  status text not null default 'waiting',
  effective_day date not null,
  due_day date not null,
  claimed_fen bigint not null check (claimed_fen >= 0),
  paid_before_fen bigint not null default 0 check (paid_before_fen >= 0),
  principal_fen bigint not null check (principal_fen >= 0),
  costs_fen bigint not null default 0 check (costs_fen >= 0),
  -- general interest by the instrument, when it fixes one: numerator / denominator a day or a year
  general_numerator bigint,
  general_denominator bigint,
  general_per text,
  general_start date,
  judge_account_id text,
  judge_name text,
  clerk_name text,
  town_id text,
  village_id text,
  team_id text,
  guarantee text,
  note text,
  import_batch_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (court_id, case_id),
  unique (court_id, case_number),
  unique (task_number),
  foreign key (court_id, town_id) references towns,
  foreign key (court_id, village_id) references villages,
  foreign key (court_id, team_id) references teams
);
create index cases_status on cases (court_id, status, due_day);
create index cases_village on cases (court_id, village_id);

create table parties (
  court_id text not null,
  party_id text not null,
  case_id text not null,
  side text not null check (side in ('obligor', 'obligee')),
  kind text not null check (kind in ('natural', 'organisation')),
  name text not null,
  id_number_sealed text,
  id_number_index text,
  phone_sealed text,
  phone_index text,
  other_phones_sealed text,
  service_address_sealed text,
  household_address_sealed text,
  village_id text,
  public_official boolean,
  contact_state text not null default 'ok',
  -- where a corrected number came from, in the court's words
  contact_source text,
  contact_corrected_at timestamptz,
  sort integer not null default 0,
  primary key (court_id, party_id),
  foreign key (court_id, case_id) references cases on delete cascade,
  foreign key (court_id, village_id) references villages
);
create index parties_case on parties (court_id, case_id);
create index parties_phone on parties (phone_index);
create index parties_id_number on parties (id_number_index);

-- Which account acts for which party; by proof of code and ID, or as a proxy with recorded consent.
create table party_bindings (
  court_id text not null,
  party_id text not null,
  account_id text not null,
  as_proxy boolean not null default false,
  bound_at timestamptz not null,
  unbound_at timestamptz,
  foreign key (court_id, party_id) references parties on delete cascade,
  foreign key (court_id, account_id) references accounts
);
create unique index party_bindings_live on party_bindings (court_id, party_id, account_id) where unbound_at is null;
create index party_bindings_account on party_bindings (court_id, account_id);

create table proxy_consents (
  court_id text not null,
  consent_id text not null,
  case_id text not null,
  party_id text,
  given_to_account_id text not null,
  relation text not null,
  consent text not null,
  proxy_name text,
  note text not null default '',
  action text not null,
  recorded_at timestamptz not null,
  primary key (court_id, consent_id),
  foreign key (court_id, case_id) references cases on delete cascade
);

create index proxy_consents_case on proxy_consents (court_id, case_id);

-- One-time codes by SMS or on paper; only a keyed hash is kept.
create table access_codes (
  court_id text not null,
  code_index text not null,
  party_id text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (code_index),
  foreign key (court_id, party_id) references parties on delete cascade
);

-- Failed proofs, by keyed hash of what was tried from where; looked at by the day.
create table attempts (
  subject text not null,
  at timestamptz not null
);
create index attempts_subject on attempts (subject, at);

create table obligation_portions (
  court_id text not null,
  case_id text not null,
  sort integer not null,
  amount_fen bigint not null check (amount_fen > 0),
  due_day date not null,
  primary key (court_id, case_id, sort),
  foreign key (court_id, case_id) references cases on delete cascade
);

create table supervisions (
  court_id text not null,
  supervision_id text not null,
  case_id text not null,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  ending text,
  -- why the court withdrew it; for the court alone
  ending_note text,
  next_reminder_at timestamptz,
  last_step_day date,
  notice_number text not null,
  primary key (court_id, supervision_id),
  foreign key (court_id, case_id) references cases
);
create index supervisions_case on supervisions (court_id, case_id);
create unique index supervisions_running on supervisions (court_id, case_id) where ended_at is null;
create index supervisions_due on supervisions (next_reminder_at) where ended_at is null and next_reminder_at is not null;

create table tasks (
  court_id text not null,
  task_id text not null,
  ordinal bigint generated always as identity,
  case_id text not null,
  supervision_id text not null,
  party_id text not null,
  role text not null check (role in ('village-liaison', 'town-liaison', 'officer')),
  village_id text,
  town_id text,
  team_id text,
  state text not null default 'open',
  due_day date not null,
  created_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  reminded_at timestamptz,
  -- when its silence was brought before the town, once
  escalated_at timestamptz,
  decline_reason text,
  declined_at timestamptz,
  ended_at timestamptz,
  ending text,
  primary key (court_id, task_id),
  unique (court_id, supervision_id, party_id, role),
  foreign key (court_id, case_id) references cases,
  foreign key (court_id, supervision_id) references supervisions,
  foreign key (court_id, party_id) references parties
);
create index tasks_village on tasks (court_id, village_id, state);
create index tasks_town on tasks (court_id, town_id, state);
create index tasks_team on tasks (court_id, team_id, state);
create index tasks_case on tasks (court_id, case_id);
create index tasks_running on tasks (court_id, state, created_at) where state <> 'closed';
create index tasks_silent on tasks (created_at) where state = 'open' and role <> 'officer' and escalated_at is null;

create table visits (
  court_id text not null,
  visit_id text not null,
  task_id text not null,
  case_id text not null,
  account_id text not null,
  outcome text not null,
  note text not null default '',
  file_ids text[] not null default '{}',
  visited_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (court_id, visit_id),
  foreign key (court_id, task_id) references tasks,
  foreign key (court_id, case_id) references cases
);
create index visits_case on visits (court_id, case_id);

create table payments (
  court_id text not null,
  payment_id text not null,
  case_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  paid_day date not null,
  method text not null,
  note text not null default '',
  file_ids text[] not null default '{}',
  state text not null default 'registered',
  registered_by text not null,
  registered_role text not null,
  registered_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision_note text,
  settles_in_full boolean not null default false,
  primary key (court_id, payment_id),
  foreign key (court_id, case_id) references cases
);
create index payments_case on payments (court_id, case_id);
create index payments_undecided on payments (court_id, state, registered_at) where state in ('registered', 'disputed');

create table plans (
  court_id text not null,
  plan_id text not null,
  case_id text not null,
  state text not null default 'proposed',
  proposed_by text not null,
  proposed_side text not null check (proposed_side in ('obligor', 'obligee')),
  proposed_as text not null default 'self' check (proposed_as in ('self', 'proxy', 'liaison')),
  proposed_at timestamptz not null,
  -- what was confirmed when the plan was made: whatever is confirmed beyond it fulfils the instalments
  confirmed_before_fen bigint not null default 0,
  note text not null default '',
  decided_by text,
  decided_at timestamptz,
  decision_note text,
  primary key (court_id, plan_id),
  foreign key (court_id, case_id) references cases
);
create index plans_case on plans (court_id, case_id);
create unique index plans_proposed on plans (court_id, case_id) where state = 'proposed';
create unique index plans_accepted on plans (court_id, case_id) where state in ('accepted', 'broken');

create table plan_instalments (
  court_id text not null,
  plan_id text not null,
  sort integer not null,
  due_day date not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (court_id, plan_id, sort),
  foreign key (court_id, plan_id) references plans
);

-- Objections and hardship reports.
create table requests (
  court_id text not null,
  request_id text not null,
  case_id text not null,
  kind text not null check (kind in ('objection', 'hardship')),
  state text not null default 'open',
  text text not null,
  file_ids text[] not null default '{}',
  made_by text not null,
  made_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (court_id, request_id),
  foreign key (court_id, case_id) references cases
);
create index requests_case on requests (court_id, case_id);
create index requests_open on requests (court_id, kind) where state = 'open';

create table enforcement_applications (
  court_id text not null,
  case_id text not null,
  applied_by text not null,
  applied_at timestamptz not null,
  filed_day date,
  enforcement_number text,
  primary key (court_id, case_id),
  foreign key (court_id, case_id) references cases
);

create table certificates (
  court_id text not null,
  number text not null,
  case_id text not null,
  verify_code text not null,
  performed_day date not null,
  confirmed_by text not null,
  issued_at timestamptz not null,
  primary key (court_id, number),
  unique (court_id, case_id),
  foreign key (court_id, case_id) references cases
);

-- Gapless numbers of papers: taken under the row's lock, in the transaction that uses them.
create table paper_numbers (
  court_id text not null references courts,
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (court_id, kind, year)
);

-- What people read of a case's course; never carries personal data.
create table timeline (
  court_id text not null,
  case_id text not null,
  at timestamptz not null,
  sort bigint generated always as identity,
  words text not null,
  -- who may read it: everybody of the case, or only the court and the creditor …
  readers text[] not null default '{court,obligor,obligee}',
  foreign key (court_id, case_id) references cases on delete cascade
);
create index timeline_case on timeline (court_id, case_id, at);

-- The outbox: one message to one person by one channel.
create table notices (
  court_id text not null,
  notice_id text not null,
  case_id text not null,
  -- 'party:<id>' or 'account:<id>'
  recipient text not null,
  party_id text,
  account_id text,
  channel text not null check (channel in ('sms', 'subscribe')),
  step text not null,
  step_day date not null,
  -- the how-manieth of its kind on its day; only access codes are asked for again
  nth integer not null default 1,
  audience text not null,
  facts jsonb not null default '{}',
  state text not null default 'pending',
  not_before timestamptz not null,
  attempts integer not null default 0,
  claimed_by text,
  claim_expires_at timestamptz,
  -- when the carrier was called last: a sender that died before it has sent nothing
  called_at timestamptz,
  serial text,
  reason text,
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (court_id, notice_id),
  unique (court_id, case_id, recipient, channel, step, step_day, nth),
  foreign key (court_id, case_id) references cases
);
create index notices_sendable on notices (not_before) where state in ('pending', 'temporary');
create index notices_sending on notices (claim_expires_at) where state = 'sending';
create index notices_case on notices (court_id, case_id);
create index notices_failed on notices (court_id, case_id) where state in ('permanent', 'unknown');

-- Numbers whose holder asked us to stop.
create table opt_outs (
  phone_index text primary key,
  reason text not null,
  at timestamptz not null
);

create table sweep_runs (
  run_id text primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  planned integer not null default 0,
  delivered integer not null default 0,
  failed integer not null default 0,
  suppressed integer not null default 0,
  error text
);

create table files (
  court_id text not null,
  file_id text not null,
  case_id text,
  purpose text not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text,
  owner_account_id text not null,
  state text not null default 'reserved' check (state in ('reserved', 'stored', 'erased')),
  created_at timestamptz not null,
  primary key (court_id, file_id)
);
create index files_case on files (court_id, case_id) where case_id is not null;

create table import_batches (
  court_id text not null,
  batch_id text not null,
  file_name text not null,
  state text not null,
  checked_by text not null,
  checked_at timestamptz not null,
  committed_at timestamptz,
  undone_at timestamptz,
  totals jsonb not null,
  progress_done integer not null default 0,
  progress_total integer not null default 0,
  outcome jsonb,
  problems jsonb not null,
  -- parsed cases and the raw sheet, sealed; emptied on commit or after 24 hours
  cases_sealed text,
  sheet_sealed text,
  primary key (court_id, batch_id)
);

create table import_changes (
  court_id text not null,
  batch_id text not null,
  case_id text not null,
  kind text not null check (kind in ('created', 'updated')),
  -- what an update replaced, so that it can be undone
  before jsonb,
  primary key (court_id, batch_id, case_id),
  foreign key (court_id, batch_id) references import_batches
);
create index import_changes_case on import_changes (court_id, case_id);

create table feedback (
  court_id text not null,
  feedback_id text not null,
  account_id text not null,
  text text not null,
  at timestamptz not null,
  primary key (court_id, feedback_id)
);

-- An answered write, so that the same submission sent again is answered again and not done again.
create table answered (
  court_id text not null,
  account_id text not null,
  idempotency_key text not null,
  action text not null,
  input_hash text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (court_id, account_id, idempotency_key)
);

-- Append-only, hash-chained a subject (a case id, or 'court').
create table audit_lines (
  court_id text not null,
  subject text not null,
  seq integer not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  facts jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (court_id, subject, seq)
);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit lines are append-only';
end $$;

create trigger audit_lines_append_only before update or delete on audit_lines
  for each row execute function refuse_audit_change();
create trigger audit_lines_no_truncate before truncate on audit_lines
  for each statement execute function refuse_audit_change();

-- Demo mode: how far the clock was moved, in milliseconds, and what a test set it to.
create table demo_clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null
);
