-- What the person who called or visited wrote down, in a line.
alter table undelivered add column note text;
create index undelivered_handled on undelivered (court_id, handled_at desc) where handled_at is not null;
