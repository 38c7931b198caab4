-- When what was personal in a case was erased; the case itself stays for the statistics and its audit chain.
alter table cases add column erased_at timestamptz;
create index cases_to_erase on cases (court_id) where status in ('performed', 'withdrawn') and erased_at is null;
