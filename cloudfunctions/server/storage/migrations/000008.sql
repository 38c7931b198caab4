-- Sealed data and the proof of the audit.

-- An answer holds what its asker was shown: names, addresses.
delete from answered;
alter table answered drop column answer, add column answer_sealed text;

-- How far a rotation of keys has come, by table: it can be interrupted, and goes on from here.
create table key_rotations (
  -- how values begin that are sealed as wanted
  target text not null,
  table_name text not null,
  -- the primary key of the last row that was looked at
  last_key text[],
  looked_at integer not null default 0,
  resealed integer not null default 0,
  finished_at timestamptz,
  primary key (target, table_name)
);

-- The days of which all chain heads stand in the file outside the database.
create table audit_anchors (
  day date primary key,
  at timestamptz not null,
  root text not null,
  chains integer not null
);

create trigger audit_anchors_append_only before update or delete on audit_anchors
  for each row execute function refuse_audit_change();
create trigger audit_anchors_no_truncate before truncate on audit_anchors
  for each statement execute function refuse_audit_change();
