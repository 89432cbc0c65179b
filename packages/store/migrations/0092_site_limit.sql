-- Up Migration

-- How single sites are visited, set while the pipeline runs; goes before WIREFOLD_SITE_RULES.
create table site_limit (
  site text primary key,
  -- Visits at one time, and least milliseconds between the starts of two; null leaves it as it was.
  places int,
  delay_ms int,
  set_by text not null,
  set_at timestamptz not null default now(),
  check (places is not null or delay_ms is not null)
);
