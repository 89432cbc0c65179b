-- Up Migration

-- The place of a document stands in its row: what the stages let through need not name it four times more. Results from before keep
-- theirs. What left the line early names its place still, which is how it is looked for.
alter table result alter column locator_id drop not null;

-- One look-up a row, as everywhere: how many rows a statement changed is not known when its plan is made.
create or replace function tally_results_added() returns trigger language plpgsql as $$
begin
  insert into tally select 'result', stage, disposition, reason, count(*) from added where counted group by stage, disposition, reason;
  insert into run_tally (run_id, stage, disposition, reason, n)
  select l.run_id, a.stage, a.disposition, coalesce(a.reason, ''), count(*) from added a
    join run_locator l on l.locator_id = coalesce(a.locator_id, (select d.locator_id from document d where d.id = a.subject))
  where a.counted group by 1, 2, 3, 4;
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
  select l.run_id, c.stage, c.disposition, coalesce(c.reason, ''), sum(c.n) from (
    select subject, locator_id, stage, disposition, reason, 1 as n from added where counted
    union all select subject, locator_id, stage, disposition, reason, -1 from gone where counted
  ) c
    join run_locator l on l.locator_id = coalesce(c.locator_id, (select d.locator_id from document d where d.id = c.subject))
  group by 1, 2, 3, 4 having sum(c.n) <> 0;
  return null;
end $$;
create or replace function tally_results_gone() returns trigger language plpgsql as $$
begin
  insert into tally select 'result', stage, disposition, reason, -count(*) from gone where counted group by stage, disposition, reason;
  insert into run_tally (run_id, stage, disposition, reason, n)
  select l.run_id, g.stage, g.disposition, coalesce(g.reason, ''), -count(*) from gone g
    join run_locator l on l.locator_id = coalesce(g.locator_id, (select d.locator_id from document d where d.id = g.subject))
  where g.counted group by 1, 2, 3, 4;
  return null;
end $$;
create or replace function tally_run_named() returns trigger language plpgsql as $$
begin
  insert into run_tally (run_id, n) select run_id, count(*) from added group by run_id;
  insert into run_tally (run_id, stage, disposition, reason, n)
  select a.run_id, r.stage, r.disposition, coalesce(r.reason, ''), count(*)
  from added a
    cross join lateral (select a.locator_id as subject union all select d.id from document d where d.locator_id = a.locator_id offset 0) s
    cross join lateral (
      select stage, disposition, reason from result
      where subject = s.subject and coalesce(locator_id, a.locator_id) = a.locator_id and counted offset 0
    ) r
  group by 1, 2, 3, 4;
  return null;
end $$;
