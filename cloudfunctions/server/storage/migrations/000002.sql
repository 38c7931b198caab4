-- The State Council's holidays, a row a year, as an administrator loaded them. They are the same for every
-- court of the country, hence no court_id; a year that is not here and not in the package is not known.
create table holiday_years (
  year int primary key,
  notice text not null,
  rest_days date[] not null,
  work_days date[] not null,
  loaded_at timestamptz not null,
  loaded_by text not null
);

-- The court's readings of disputed points under which a performed case was closed: its account stays as it was.
alter table cases add column closed_readings jsonb;
