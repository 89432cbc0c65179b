-- Up Migration

-- How a subject went through a stage stands in the row of what came of it: two rows and four index entries for one passage were an
-- eighth of all a document takes. Results from before keep their line where it is.
alter table result add column started_at timestamptz, add column duration_ms real, add column worker int, add column attempt smallint;

-- A worker's name stands in thousands of rows: they hold its number.
create table worker_name (
  number int generated always as identity primary key,
  name text not null unique
);

-- What is left is the attempts that decided nothing yet, and passages whose result was decided anew or is gone.
alter table timeline rename to attempt;

-- Every attempt at every stage: what `trace` shows.
create view timeline as
  select subject, stage, stage_version, attempt, worker, started_at, duration_ms, disposition, reason, detail from attempt
  union all
  select r.subject, r.stage, r.stage_version, r.attempt, coalesce(w.name, ''), r.started_at, r.duration_ms, r.disposition, r.reason, r.detail
  from result r left join worker_name w on w.number = r.worker where r.started_at is not null;

-- A result that is pruned or replayed leaves its passage behind.
create function keep_passages() returns trigger language plpgsql as $$
begin
  insert into attempt (subject, stage, stage_version, attempt, worker, started_at, duration_ms, disposition, reason, detail)
  select g.subject, g.stage, g.stage_version, g.attempt, coalesce(w.name, ''), g.started_at, g.duration_ms, g.disposition, g.reason, g.detail
  from gone g left join worker_name w on w.number = g.worker where g.started_at is not null;
  return null;
end $$;
create trigger keep_passages after delete on result referencing old table as gone for each statement execute function keep_passages();
