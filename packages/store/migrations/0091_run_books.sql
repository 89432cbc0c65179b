-- Up Migration

-- The books of each run: places it named (a row without a stage) and how its documents left each stage. Changes are added as rows of their
-- own, as in `tally`, and folded now and then into one row a line, so no two writers wait for each other.
create table run_tally (
  run_id text not null,
  stage text not null default '',
  disposition text not null default '',
  reason text not null default '',
  n bigint not null,
  folded boolean not null default false
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 5000);
create unique index run_tally_folded on run_tally (run_id, stage, disposition, reason) where folded;
create index run_tally_changes on run_tally (run_id) where not folded;

-- When a run named a place, so that the newest of a run are found without looking at all.
alter table run_locator add column added_at timestamptz not null default now();
create index run_locator_newest on run_locator (run_id, added_at);

-- When a place was named first: words are looked for in the newest places before the others.
create index locator_created on locator (created_at);

lock table run_locator, result in share row exclusive mode;
insert into run_tally (run_id, n, folded) select run_id, count(*), true from run_locator group by run_id;
insert into run_tally (run_id, stage, disposition, reason, n, folded)
  select l.run_id, r.stage, r.disposition, coalesce(r.reason, ''), count(*), true
  from result r join run_locator l using (locator_id) where r.counted group by 1, 2, 3, 4;

create or replace function tally_results_added() returns trigger language plpgsql as $$
begin
  insert into tally select 'result', stage, disposition, reason, count(*) from added where counted group by stage, disposition, reason;
  insert into run_tally (run_id, stage, disposition, reason, n)
  select l.run_id, stage, disposition, coalesce(reason, ''), count(*) from added join run_locator l using (locator_id) where counted group by 1, 2, 3, 4;
  return null;
end $$;
create or replace function tally_results_changed() returns trigger language plpgsql as $$
begin
  insert into tally
  select 'result', stage, disposition, reason, sum(n) from (
    select stage, disposition, reason, 1 as n from added where counted
    union all select stage, disposition, reason, -1 from gone where counted
  ) change group by stage, disposition, reason having sum(n) <> 0;
  insert into run_tally (run_id, stage, disposition, reason, n)
  select l.run_id, stage, disposition, coalesce(reason, ''), sum(n) from (
    select locator_id, stage, disposition, reason, 1 as n from added where counted
    union all select locator_id, stage, disposition, reason, -1 from gone where counted
  ) change join run_locator l using (locator_id) group by 1, 2, 3, 4 having sum(n) <> 0;
  return null;
end $$;
create or replace function tally_results_gone() returns trigger language plpgsql as $$
begin
  insert into tally select 'result', stage, disposition, reason, -count(*) from gone where counted group by stage, disposition, reason;
  insert into run_tally (run_id, stage, disposition, reason, n)
  select l.run_id, stage, disposition, coalesce(reason, ''), -count(*) from gone join run_locator l using (locator_id) where counted group by 1, 2, 3, 4;
  return null;
end $$;

-- A place that a later run names as well may have been through the stages already.
create function tally_run_named() returns trigger language plpgsql as $$
begin
  insert into run_tally (run_id, n) select run_id, count(*) from added group by run_id;
  insert into run_tally (run_id, stage, disposition, reason, n)
  select a.run_id, r.stage, r.disposition, coalesce(r.reason, ''), count(*)
  from added a
    cross join lateral (select a.locator_id as subject union all select d.id from document d where d.locator_id = a.locator_id offset 0) s
    cross join lateral (select stage, disposition, reason from result where subject = s.subject and locator_id = a.locator_id and counted offset 0) r
  group by 1, 2, 3, 4;
  return null;
end $$;
create trigger tally_named after insert on run_locator referencing new table as added for each statement execute function tally_run_named();
