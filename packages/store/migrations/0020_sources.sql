-- Up Migration

-- How far `ingest` has come within a file it was stopped in. A row lives only as long as its file is unfinished.
create table ingest_progress (
  path text primary key,
  -- Size and time of the file: a file that was written to meanwhile is begun anew.
  fingerprint text not null,
  bytes bigint not null,
  records bigint not null,
  updated_at timestamptz not null default now()
);

-- A place that is asked for documents again and again: a feed, a sitemap, a page.
create table source (
  id text primary key,
  url text not null unique,
  kind text not null default 'unknown',
  title text,
  -- active, paused (by hand), failing (asked less often), gone (410, or not found for days)
  state text not null default 'active',
  added_at timestamptz not null default now(),
  next_poll_at timestamptz not null default now(),
  polled_at timestamptz,
  changed_at timestamptz,
  interval_seconds int not null default 900,
  -- Fixed by hand; the interval then does not adapt.
  interval_fixed boolean not null default false,
  failures int not null default 0,
  last_error text,
  -- What the server said of the last body, and what the body was: an ETag is trusted only once it was seen to change.
  etag text,
  last_modified text,
  body_hash text,
  validators_lie boolean not null default false,
  hub text,
  -- Documents a day, a slow mean over its history, and since when it has been too quiet for that.
  daily_documents real,
  silent_since timestamptz
);
create index on source (next_poll_at) where state in ('active', 'failing');

-- One row a poll: what `source check` and health are made of.
create table source_poll (
  id bigint generated always as identity primary key,
  source_id text not null references source (id) on delete cascade,
  at timestamptz not null default now(),
  -- changed, unchanged, not-modified, failed
  outcome text not null,
  listed int not null default 0,
  fresh int not null default 0,
  duration_ms real not null default 0,
  message text
);
create index on source_poll (source_id, at);
