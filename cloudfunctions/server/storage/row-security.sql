-- The second lock. Handlers run as the role zhiqian_app, which sees and writes only the rows of the caller's court, and
-- of these only the cases that are his, even where a handler forgets to ask. Sweeps and commands run as the owner.
-- Applied anew after every migration, so that no table can be forgotten: the settings are those of storage/confine.ts.

do $$ begin
  if not exists (select from pg_roles where rolname = 'zhiqian_app') then create role zhiqian_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant zhiqian_app to %I', current_user);
  end if;
end $$;

grant usage on schema public to zhiqian_app;
grant select, insert, update, delete on all tables in schema public to zhiqian_app;
revoke update, delete on audit_lines from zhiqian_app;
revoke insert, update, delete on migrations, audit_anchors, key_rotations, bots from zhiqian_app;

create or replace function zhiqian_court() returns text stable parallel safe language sql as
  $$ select nullif(current_setting('zhiqian.court', true), '') $$;

create or replace function zhiqian_account() returns text stable parallel safe language sql as
  $$ select nullif(current_setting('zhiqian.account', true), '') $$;

create or replace function zhiqian_sees_all() returns boolean stable parallel safe language sql as
  $$ select coalesce(current_setting('zhiqian.sees', true), '') = 'court' $$;

-- What a call is about that has to do with tips: door, tips, errands, identity; nothing for all others.
create or replace function zhiqian_tips() returns text stable parallel safe language sql as
  $$ select coalesce(current_setting('zhiqian.tips', true), '') $$;

create or replace function zhiqian_list(setting text) returns text[] stable parallel safe language sql as
  $$ select string_to_array(coalesce(current_setting(setting, true), ''), ',') $$;

-- A party's own case; a liaison's by a task; an officer's by a task or by a town that his team serves today.
create or replace function zhiqian_sees_case(wanted text) returns boolean stable security definer
  set search_path = public, pg_temp language plpgsql as $$
begin
  return wanted = any (zhiqian_list('zhiqian.cases'))
    or exists (
      select from tasks t
      where t.court_id = zhiqian_court() and t.case_id = wanted
        and case t.role
          when 'village-liaison' then t.village_id = any (zhiqian_list('zhiqian.villages'))
                                   or t.town_id = any (zhiqian_list('zhiqian.towns'))
          when 'town-liaison' then t.town_id = any (zhiqian_list('zhiqian.towns'))
          else t.team_id = any (zhiqian_list('zhiqian.teams')) end)
    or exists (
      select from cases c
      join team_towns m on m.court_id = c.court_id and m.town_id = c.town_id
      where c.court_id = zhiqian_court() and c.case_id = wanted
        and m.team_id = any (zhiqian_list('zhiqian.teams'))
        and m.valid_from <= current_setting('zhiqian.today')::date
        and (m.valid_to is null or m.valid_to >= current_setting('zhiqian.today')::date));
end $$;

do $$
declare
  own_court constant text := 'court_id = (select zhiqian_court())';
  found record;
  rule text;
begin
  for found in
    select c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'court_id' and not a.attisdropped) as of_court,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped) as of_case
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by c.relname
  loop
    rule := case
      when not found.of_court then null
      when found.name = 'bounty_notices' then
        'state = ''published'' or (select zhiqian_sees_all()) or zhiqian_sees_case(case_id)'
      when found.name in ('tipsters', 'tip_checks') then '(select zhiqian_tips()) in (''door'', ''identity'')'
      when found.name = 'tipster_openings' then '(select zhiqian_tips()) = ''identity'''
      when found.name in ('tip_counters', 'tips', 'tip_messages', 'tip_photos', 'tip_blocks', 'clues', 'tip_false_marks',
        'tip_exclusions', 'tip_errands', 'tip_evidence', 'duty_shifts', 'rewards', 'reward_ledger') then
        '(select zhiqian_tips()) <> '''''
      when found.name = 'area_follows' then
        'account_id = (select zhiqian_account()) or (select zhiqian_sees_all())'
      when found.name = 'files' then
        'case when purpose in (''tip-photo'', ''tip-evidence'') then (select zhiqian_tips()) <> '''' or owner_account_id = (select zhiqian_account()) ' ||
        'else (select zhiqian_sees_all()) or case when case_id is null then owner_account_id = (select zhiqian_account()) else zhiqian_sees_case(case_id) end end'
      -- The chains that belong to no case are continued by everybody who acts.
      when found.name = 'audit_lines' then
        '(select zhiqian_sees_all()) or subject not like ''case\_%'' or zhiqian_sees_case(subject)'
      when found.of_case then '(select zhiqian_sees_all()) or zhiqian_sees_case(case_id)'
      -- As far as what they belong to is seen.
      when found.name in ('access_codes', 'party_bindings') then
        format('exists (select from parties p where p.court_id = %1$I.court_id and p.party_id = %1$I.party_id)', found.name)
      when found.name = 'plan_instalments' then
        'exists (select from plans p where p.court_id = plan_instalments.court_id and p.plan_id = plan_instalments.plan_id)'
      when found.name in ('answered', 'feedback', 'data_requests', 'exports', 'chat_numbers') then
        '(select zhiqian_sees_all()) or account_id = (select zhiqian_account())'
      when found.name = 'chat_handovers' then
        '(select zhiqian_sees_all()) or made_by = (select zhiqian_account())'
      when found.name = 'import_batches' then '(select zhiqian_sees_all())'
      else 'true'
    end;
    if rule is not null then
      execute format('alter table %I enable row level security', found.name);
      execute format('drop policy if exists own_rows on %I', found.name);
      execute format('create policy own_rows on %I to zhiqian_app using (%s and (%s))', found.name, own_court, rule);
    end if;
  end loop;
end $$;
