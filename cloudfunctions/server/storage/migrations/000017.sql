-- What citizens tell. Content is sealed by a key of its own, and who told it by another, in another table.
create table tip_counters (
  court_id text primary key,
  last int not null,
  last_hash text not null
);

-- What the desk made of one or several tips: one clue of one case.
create table clues (
  court_id text not null,
  clue_id text not null,
  case_id text not null,
  bounty_id text,
  -- the court had it before; then nobody is paid for it
  known_before boolean not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (court_id, clue_id),
  foreign key (court_id, case_id) references cases,
  foreign key (court_id, bounty_id) references bounty_notices
);
create index clues_case on clues (court_id, case_id);

create table tips (
  court_id text not null,
  tip_id text not null,
  -- by the server at receipt, without a gap; the hash binds it to the one before
  seq int not null,
  received_at timestamptz not null,
  content_digest text not null,
  previous_hash text not null,
  hash text not null,
  -- a slow hash of the code that only the tipster has
  code_hash text not null,
  -- a keyed hash of what his device calls itself
  sender_index text not null,
  content_sealed text,
  about text not null,
  bounty_id text,
  -- of the notice, or of the clue
  case_id text,
  clue_id text,
  state text not null default 'received'
    check (state in ('received', 'accepted', 'refused', 'dispatched', 'on-site', 'done', 'false')),
  state_since timestamptz not null,
  due_at timestamptz,
  rung int not null default 0,
  refusal text,
  -- what the desk says to the tipster
  note_sealed text,
  check_result text not null check (check_result in ('unchecked', 'waiting', 'pass', 'review', 'risky')),
  barred boolean not null default false,
  accepted_at timestamptz,
  dispatched_at timestamptz,
  on_site_at timestamptz,
  done_at timestamptz,
  primary key (court_id, tip_id),
  unique (court_id, seq),
  unique (court_id, code_hash),
  foreign key (court_id, bounty_id) references bounty_notices,
  foreign key (court_id, clue_id) references clues
);
create index tips_waiting on tips (court_id, due_at) where due_at is not null;
create index tips_due on tips (due_at) where due_at is not null;
create index tips_clue on tips (court_id, clue_id) where clue_id is not null;
create index tips_case on tips (court_id, case_id) where case_id is not null;
create index tips_sender on tips (court_id, sender_index, received_at);

create table tip_messages (
  court_id text not null,
  message_id text not null,
  tip_id text not null,
  -- of two in one moment, which came first
  place bigint generated always as identity,
  from_side text not null check (from_side in ('court', 'tipster')),
  account_id text,
  once text,
  words_sealed text not null,
  at timestamptz not null,
  primary key (court_id, message_id),
  unique (court_id, tip_id, once),
  foreign key (court_id, tip_id) references tips,
  check ((from_side = 'court') = (account_id is not null))
);
create index tip_messages_tip on tip_messages (court_id, tip_id, place);

-- Photos sent without an account; the file itself is sealed with the key of tips.
create table tip_photos (
  court_id text not null,
  file_id text not null,
  sender_index text not null,
  tip_id text,
  message_id text,
  reserved_at timestamptz not null,
  primary key (court_id, file_id),
  foreign key (court_id, file_id) references files,
  foreign key (court_id, tip_id) references tips
);
create index tip_photos_tip on tip_photos (court_id, tip_id) where tip_id is not null;
create index tip_photos_sender on tip_photos (court_id, sender_index, reserved_at);

-- Who told it, for the payment alone: another key, and another lock.
create table tipsters (
  court_id text not null,
  tip_id text not null,
  identity_sealed text not null,
  given_at timestamptz not null,
  primary key (court_id, tip_id),
  foreign key (court_id, tip_id) references tips
);

-- For the platform's check of the words alone: its user must be named to it. Gone with its answer, or in two hours.
create table tip_checks (
  court_id text not null,
  tip_id text not null,
  openid_sealed text not null,
  at timestamptz not null,
  claimed_at timestamptz,
  primary key (court_id, tip_id),
  foreign key (court_id, tip_id) references tips
);

create table tip_blocks (
  court_id text not null,
  block_id text not null,
  tip_id text not null,
  sender_index text not null,
  until timestamptz not null,
  reason text not null,
  made_by text not null,
  at timestamptz not null,
  primary key (court_id, block_id),
  foreign key (court_id, tip_id) references tips
);
create index tip_blocks_sender on tip_blocks (court_id, sender_index, until);
