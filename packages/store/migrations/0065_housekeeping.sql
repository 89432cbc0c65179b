-- Up Migration

-- When each kind of what is no longer needed was last pruned, so that all processes together do it once a day.
create table housekeeping (
  kind text primary key,
  done_at timestamptz not null,
  removed bigint not null
);

-- Results that no longer count, oldest first: few beside those that do, and what pruning looks through.
create index result_uncounted on result (finished_at, subject, stage) where not counted;
