-- Chat as a channel of the outbox. No carrier is called: the bot comes and takes what is to be said.
alter table notices drop constraint notices_channel_check,
  add check (channel in ('sms', 'subscribe', 'chat'));
alter table outbox drop constraint outbox_channel_check,
  add check (channel in ('sms', 'subscribe', 'chat'));
alter table sessions drop constraint sessions_how_check,
  add check (how in ('password', 'code', 'demo', 'bot'));

-- The bot’s secret, of 256 random bits, so that a plain hash keeps it.
create table bots (
  court_id text not null,
  account_id text not null,
  secret_hash text not null,
  created_at timestamptz not null,
  primary key (court_id, account_id),
  foreign key (court_id, account_id) references accounts
);

-- What came in, by keyed hash of the message’s id: the same message again is known. The words are not kept.
create table chat_inbox (
  court_id text not null,
  gateway text not null,
  message_index text not null,
  at timestamptz not null,
  primary key (court_id, gateway, message_index)
);
create index chat_inbox_age on chat_inbox (at);

-- Whom a chat account belongs to. What the chat system calls him is sealed, and found by its keyed hash.
create table chat_bindings (
  court_id text not null,
  chat_id text not null,
  account_id text not null,
  gateway text not null,
  user_sealed text not null,
  user_index text not null,
  bound_at timestamptz not null,
  last_used_at timestamptz,
  muted boolean not null default false,
  ended_at timestamptz,
  primary key (court_id, chat_id),
  foreign key (court_id, account_id) references accounts
);
create unique index chat_bindings_live on chat_bindings (court_id, gateway, user_index) where ended_at is null;
create index chat_bindings_account on chat_bindings (court_id, account_id) where ended_at is null;

create table chat_codes (
  court_id text not null,
  code_index text not null,
  account_id text not null,
  expires_at timestamptz not null,
  primary key (court_id, code_index),
  unique (court_id, account_id),
  foreign key (court_id, account_id) references accounts
);

-- 「收到 3」: which task this number is to this person. A number that was freed is not given again for thirty days.
create table chat_numbers (
  court_id text not null,
  account_id text not null,
  task_id text not null,
  number integer not null,
  given_at timestamptz not null,
  freed_at timestamptz,
  primary key (court_id, account_id, task_id),
  foreign key (court_id, account_id) references accounts
);
create unique index chat_numbers_live on chat_numbers (court_id, account_id, number) where freed_at is null;

-- What the bot took to say to one person: its key, and the notices that the words stand for.
create table chat_says (
  court_id text not null,
  say_key text not null,
  gateway text not null,
  notice_id text not null,
  notice_ids text[] not null,
  template text,
  template_version integer,
  taken_at timestamptz not null,
  primary key (court_id, say_key)
);
create index chat_says_age on chat_says (taken_at);

-- Talks that a person of the court takes over.
create table chat_handovers (
  court_id text not null,
  handover_id text not null,
  reason text not null check (reason in ('asked', 'not-understood', 'distress')),
  text_sealed text not null,
  gateway text not null,
  -- whose talk it is; null for somebody whom the bot does not know
  account_id text,
  audience text,
  user_sealed text,
  -- who handed it over: the person himself, or the bot
  made_by text not null,
  at timestamptz not null,
  taken_by text,
  taken_at timestamptz,
  primary key (court_id, handover_id)
);
create index chat_handovers_open on chat_handovers (court_id, at) where taken_at is null;
create index chat_handovers_age on chat_handovers (at);

-- The groups in which the bot may speak, each of one town.
create table chat_groups (
  court_id text not null,
  chat_group_id text not null,
  gateway text not null,
  group_sealed text not null,
  group_index text not null,
  name text not null,
  town_id text not null,
  is_on boolean not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (court_id, chat_group_id),
  unique (court_id, gateway, group_index),
  foreign key (court_id, town_id) references towns
);

-- At most one digest a week and one urgent a day in a group: the keys see to it.
create table chat_posts (
  court_id text not null,
  post_id text not null,
  chat_group_id text not null,
  kind text not null check (kind in ('digest', 'urgent')),
  -- of a digest, the week’s day
  day date not null,
  taken_at timestamptz not null,
  outcome text,
  reason text,
  primary key (court_id, post_id),
  unique (court_id, chat_group_id, kind, day),
  foreign key (court_id, chat_group_id) references chat_groups
);

-- How each gateway is, by the bot’s last word; by the clock on the wall, as its heart beats in no other.
create table chat_gateways (
  court_id text not null,
  gateway text not null,
  state text not null,
  since timestamptz not null,
  heard_at timestamptz not null,
  -- when it was last heard to be up
  up_at timestamptz,
  -- since when what was to be said through it goes by SMS or to the call list
  failed_over_at timestamptz,
  primary key (court_id, gateway)
);
