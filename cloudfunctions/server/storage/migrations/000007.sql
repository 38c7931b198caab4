-- Who may sign in, what is open in whose name, and who stands in for whom.

-- A role that is taken away ends at that instant and not with the day.
alter table role_grants
  add column grant_id text not null default 'grant_' || replace(gen_random_uuid()::text, '-', ''),
  add column granted_by text,
  add column granted_at timestamptz,
  add column revoked_at timestamptz,
  add column revoked_by text;
alter table role_grants add primary key (court_id, grant_id);

-- A colleague answers for what somebody's roles reach, for some days; it ends by itself, and with the role.
create table hand_overs (
  court_id text not null,
  hand_over_id text not null,
  from_account_id text not null,
  to_account_id text not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (court_id, hand_over_id),
  foreign key (court_id, from_account_id) references accounts,
  foreign key (court_id, to_account_id) references accounts,
  check (from_account_id <> to_account_id)
);
create index hand_overs_from on hand_overs (court_id, from_account_id) where ended_at is null;
create index hand_overs_to on hand_overs (court_id, to_account_id) where ended_at is null;

-- Every role that somebody has on a day, his own and those that were handed over to him. What was handed over is
-- not handed on, and only roles for a place are: whoever sees the whole court needs nobody's reach. Whoever loses
-- his own role of that kind stands in for nobody any more.
create function grants_on(today date)
returns table (
  court_id text, account_id text, role text, village_id text, town_id text, team_id text, stands_in_for text
) language sql stable as $$
  select g.court_id, g.account_id, g.role, g.village_id, g.town_id, g.team_id, null::text
  from role_grants g
  where g.revoked_at is null and g.valid_from <= today and (g.valid_to is null or g.valid_to >= today)
  union all
  select g.court_id, h.to_account_id, g.role, g.village_id, g.town_id, g.team_id, h.from_account_id
  from hand_overs h
  join role_grants g on g.court_id = h.court_id and g.account_id = h.from_account_id
  join accounts a on a.court_id = h.court_id and a.account_id = h.from_account_id and a.disabled_at is null
  where h.ended_at is null and h.valid_from <= today and h.valid_to >= today
    and g.role in ('village-liaison', 'town-liaison', 'officer')
    and g.revoked_at is null and g.valid_from <= today and (g.valid_to is null or g.valid_to >= today)
    and exists (
      select from role_grants m
      where m.court_id = h.court_id and m.account_id = h.to_account_id
        and m.role in ('village-liaison', 'town-liaison', 'officer') and (m.role = 'officer') = (g.role = 'officer')
        and m.revoked_at is null and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today))
$$;

-- Whether a party of a case signs in with this account; asked for administrators, who see no party.
create function is_party_account(court text, account text) returns boolean stable security definer
  set search_path = public, pg_temp language sql as $$
  select exists (
    select from party_bindings b where b.court_id = court and b.account_id = account and b.unbound_at is null)
$$;

-- How members of the court prove who they are: something they know, something they have.
create table credentials (
  court_id text not null,
  account_id text not null,
  login_name text not null,
  -- scrypt with its parameters and its salt
  password_hash text not null,
  -- the password was given by somebody else
  must_change boolean not null default true,
  -- and is good until then
  given_until timestamptz,
  totp_secret_sealed text,
  totp_confirmed_at timestamptz,
  -- the half minute whose code was used last: a code opens once
  totp_last_step bigint,
  -- shown as a picture, and not yet confirmed by a code
  totp_next_sealed text,
  primary key (court_id, account_id),
  unique (court_id, login_name),
  foreign key (court_id, account_id) references accounts
);

-- For whoever lost the telephone; only hashes, each used once.
create table recovery_codes (
  court_id text not null,
  account_id text not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (court_id, account_id, code_hash),
  foreign key (court_id, account_id) references credentials on delete cascade
);

-- One sign-in on one device. Its refresh tokens are numbered; the number alone says which is the newest, so that no
-- token and no hash of one is stored.
create table sessions (
  court_id text not null,
  session_id text not null,
  account_id text not null,
  how text not null check (how in ('password', 'code', 'demo')),
  device text not null default '',
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  rotation integer not null default 1,
  -- the newest one whose answer certainly arrived
  seen_rotation integer not null default 0,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (court_id, session_id),
  foreign key (court_id, account_id) references accounts
);
create index sessions_open on sessions (court_id, account_id) where revoked_at is null;
create index sessions_age on sessions (expires_at);

-- Browsers that somebody signed in from; only a hash of the random token that each keeps.
create table known_devices (
  court_id text not null,
  account_id text not null,
  token_hash text not null,
  last_used_at timestamptz not null,
  primary key (court_id, account_id, token_hash),
  foreign key (court_id, account_id) references accounts
);

-- Wrong passwords in a row, by keyed hash of who was tried from where.
create table sign_in_failures (
  subject text primary key,
  failures integer not null,
  last_at timestamptz not null
);
create index sign_in_failures_age on sign_in_failures (last_at);
