-- A bounty notice: applied for in writing by the judgment creditor, decided, looked at by a second person, shown, ended.
create table bounty_notices (
  court_id text not null,
  bounty_id text not null,
  case_id text not null,
  state text not null default 'applied' check (state in ('applied', 'drafted', 'published', 'refused', 'ended')),
  -- the promise: a share in hundredths of a percent, or a sum
  mode text not null check (mode in ('share', 'fixed')),
  share_bp int check (share_bp between 1 and 10000),
  fixed_fen bigint check (fixed_fen > 0),
  cap_fen bigint check (cap_fen > 0),
  payer text not null check (payer in ('creditor', 'insurer')),
  policy_number text,
  cover_fen bigint check (cover_fen > 0),
  sought text not null check (sought in ('property', 'person')),
  ways text[] not null,
  creditor_note text not null,
  applied_by text not null,
  applied_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  -- the court's own decision that a person may be looked for
  person_decision text,
  text text,
  note text,
  approved_by text,
  approved_at timestamptz,
  number text,
  town_id text,
  -- what everybody reads, as it was on the day of publication
  shown jsonb,
  expires_day date,
  ended_at timestamptz,
  ending text check (ending in ('expired', 'performed', 'order')),
  primary key (court_id, bounty_id),
  unique (court_id, number),
  foreign key (court_id, case_id) references cases,
  foreign key (court_id, applied_by) references accounts (court_id, account_id),
  check (mode <> 'share' or share_bp is not null),
  check (mode <> 'fixed' or fixed_fen is not null),
  check (payer <> 'insurer' or (policy_number is not null and cover_fen is not null)),
  check (sought <> 'person' or state in ('applied', 'refused') or person_decision is not null),
  check ((state = 'published') <= (shown is not null and number is not null and expires_day is not null)),
  check ((state = 'ended') = (ending is not null)),
  constraint a_second_person_approves check (approved_by <> decided_by)
);
create index bounty_notices_case on bounty_notices (court_id, case_id);
create unique index bounty_notices_one on bounty_notices (court_id, case_id)
  where state in ('applied', 'drafted', 'published');
create index bounty_notices_shown on bounty_notices (court_id, approved_at) where state = 'published';

-- Whoever wants to be told of new notices of a town.
create table area_follows (
  court_id text not null,
  account_id text not null,
  town_id text not null,
  at timestamptz not null,
  primary key (court_id, account_id, town_id),
  foreign key (court_id, account_id) references accounts,
  foreign key (court_id, town_id) references towns
);
create index area_follows_town on area_follows (court_id, town_id);

-- A call to somebody that something waits for him, without a word of what. Claimed before it is sent; what became of
-- one whose sender died is unknown, and it is not sent again.
create table rings (
  court_id text not null,
  ring_id text not null,
  account_id text not null,
  kind text not null,
  -- what it is about, so that one thing rings once
  about_id text not null,
  step int not null default 1,
  facts jsonb not null default '{}',
  not_before timestamptz not null,
  state text not null default 'pending'
    check (state in ('pending', 'claimed', 'accepted', 'delivered', 'permanent', 'opted-out', 'unknown')),
  reason text,
  claimed_at timestamptz,
  tries int not null default 0,
  done_at timestamptz,
  primary key (court_id, ring_id),
  unique (court_id, account_id, kind, about_id, step),
  foreign key (court_id, account_id) references accounts
);
create index rings_due on rings (not_before) where state = 'pending';
create index rings_claimed on rings (claimed_at) where state = 'claimed';
