-- The desk: marks, exclusions, errands, the duty list; who may open who told it; and the reward.
create table tip_false_marks (
  court_id text not null,
  tip_id text not null,
  account_id text not null,
  reason text not null,
  at timestamptz not null,
  primary key (court_id, tip_id, account_id),
  foreign key (court_id, tip_id) references tips,
  foreign key (court_id, account_id) references accounts
);

create table tip_exclusions (
  court_id text not null,
  account_id text not null,
  case_id text not null,
  reason text not null,
  made_by text not null,
  at timestamptz not null,
  primary key (court_id, account_id, case_id),
  foreign key (court_id, account_id) references accounts,
  foreign key (court_id, case_id) references cases
);

create table tip_errands (
  court_id text not null,
  errand_id text not null,
  tip_id text not null,
  account_id text not null,
  state text not null default 'sent' check (state in ('sent', 'taken', 'declined', 'on-site', 'done')),
  -- place, way, what to look for, whose
  orders_sealed text,
  sent_by text not null,
  sent_at timestamptz not null,
  taken_at timestamptz,
  on_site_at timestamptz,
  done_at timestamptz,
  due_at timestamptz,
  outcome text,
  note_sealed text,
  primary key (court_id, errand_id),
  foreign key (court_id, tip_id) references tips,
  foreign key (court_id, account_id) references accounts
);
create unique index tip_errands_one on tip_errands (court_id, tip_id) where state in ('sent', 'taken', 'on-site');
create index tip_errands_account on tip_errands (court_id, account_id, sent_at);

-- Photos of an officer at the place; their fingerprints and times stand with the files.
create table tip_evidence (
  court_id text not null,
  file_id text not null,
  errand_id text not null,
  sha256 text not null,
  at timestamptz not null,
  primary key (court_id, file_id),
  foreign key (court_id, errand_id) references tip_errands,
  foreign key (court_id, file_id) references files
);
create index tip_evidence_errand on tip_evidence (court_id, errand_id);

create table duty_shifts (
  court_id text not null,
  shift_id text not null,
  account_id text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  made_by text not null,
  primary key (court_id, shift_id),
  foreign key (court_id, account_id) references accounts,
  check (to_at > from_at)
);
create index duty_shifts_time on duty_shifts (court_id, to_at);

create table tipster_openings (
  court_id text not null,
  opening_id text not null,
  tip_id text not null,
  reason text not null check (reason in ('pay', 'danger', 'crime', 'dispute')),
  words text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused')),
  decided_by text,
  decided_at timestamptz,
  note text,
  expires_at timestamptz,
  opened int not null default 0,
  primary key (court_id, opening_id),
  foreign key (court_id, tip_id) references tips,
  foreign key (court_id, asked_by) references accounts (court_id, account_id),
  constraint two_open_together check (decided_by <> asked_by),
  check ((state = 'asked') = (decided_by is null)),
  check ((state = 'granted') = (expires_at is not null))
);
create unique index tipster_openings_one on tipster_openings (court_id, tip_id, asked_by) where state = 'asked';

create table rewards (
  court_id text not null,
  reward_id text not null,
  clue_id text not null,
  -- who has the claim now
  tip_id text not null,
  case_id text not null,
  state text not null default 'proposed' check (state in
    ('proposed', 'approved-once', 'approved', 'claimed', 'blocked', 'paid', 'refused', 'void')),
  realized_fen bigint not null check (realized_fen > 0),
  amount_fen bigint not null check (amount_fen between 1 and realized_fen),
  from_creditor_fen bigint not null check (from_creditor_fen >= 0),
  from_insurer_fen bigint not null check (from_insurer_fen >= 0),
  creditor_net_fen bigint not null check (creditor_net_fen >= 0),
  basis text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  first_by text,
  first_at timestamptz,
  second_by text,
  second_at timestamptz,
  refused_by text,
  note text,
  exclusion text,
  release_document text,
  released_by text,
  receipt_number text,
  paid_day date,
  paid_reference text,
  paid_by text,
  dispute_sealed text,
  dispute_at timestamptz,
  dispute_answer text,
  dispute_answered_by text,
  primary key (court_id, reward_id),
  unique (court_id, receipt_number),
  foreign key (court_id, clue_id) references clues,
  foreign key (court_id, tip_id) references tips,
  constraint three_different check (
    first_by <> proposed_by and second_by <> proposed_by and second_by <> first_by),
  check (from_creditor_fen + from_insurer_fen = amount_fen),
  check (creditor_net_fen = realized_fen - from_creditor_fen),
  check (state not in ('approved', 'claimed', 'blocked', 'paid') or second_by is not null),
  check ((state = 'paid') = (receipt_number is not null))
);
create unique index rewards_one on rewards (court_id, clue_id) where state not in ('refused', 'void');
create index rewards_tip on rewards (court_id, tip_id);

create table reward_ledger (
  court_id text not null,
  reward_id text not null,
  account text not null check (account in ('realized', 'insurer', 'creditor', 'tipster')),
  debit_fen bigint not null default 0 check (debit_fen >= 0),
  credit_fen bigint not null default 0 check (credit_fen >= 0),
  at timestamptz not null,
  primary key (court_id, reward_id, account),
  foreign key (court_id, reward_id) references rewards,
  check ((debit_fen = 0) <> (credit_fen = 0))
);

-- At the end of every transaction both sides of a payment are equal.
create function reward_ledger_balances() returns trigger language plpgsql as $$
begin
  if (select sum(debit_fen) - sum(credit_fen) from reward_ledger
      where court_id = new.court_id and reward_id = new.reward_id) <> 0 then
    raise exception 'the ledger of a reward does not balance';
  end if;
  return null;
end $$;
create constraint trigger balances after insert or update on reward_ledger
  deferrable initially deferred for each row execute function reward_ledger_balances();
