-- Up Migration

-- A place documents are read from. The fingerprint (a file's size and time) tells whether its bytes may have changed.
create table locator (
  id text primary key,
  locator text not null,
  byte_range int8range,
  fingerprint text not null,
  hints jsonb not null,
  created_at timestamptz not null default now()
);

-- One `run` or `ingest`, and the locators it named.
create table run (
  id text primary key,
  created_at timestamptz not null default now()
);
create table run_locator (
  run_id text not null references run (id),
  locator_id text not null references locator (id),
  primary key (run_id, locator_id)
);
create index on run_locator (locator_id);

-- A document, as the stages so far know it. `removed_at` marks a takedown.
create table document (
  id text primary key,
  locator_id text not null references locator (id),
  locator text not null,
  body_hash text not null,
  content_type text,
  article_hash text,
  facts_hash text,
  title text,
  outlet text,
  url text,
  published_at text,
  language text,
  wire_credit text,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create index on document (locator_id);
create index on document (url);

-- What each subject owes: the truth the queues are refilled from. enqueued_at is when a job for it was last sent.
create table owed (
  subject text not null,
  stage text not null,
  locator_id text not null,
  input jsonb not null,
  input_hash text not null,
  attempts int not null default 0,
  priority text not null,
  enqueued_at timestamptz not null default now(),
  primary key (subject, stage)
);
create index on owed (stage, enqueued_at);
create index on owed (locator_id);

-- How a subject left a stage, keyed so that deciding twice changes nothing. `input` is kept for a replay from quarantine.
create table result (
  subject text not null,
  stage text not null,
  stage_version int not null,
  input_hash text not null,
  locator_id text not null,
  disposition text not null,
  reason text,
  detail jsonb,
  input jsonb,
  outputs jsonb not null,
  finished_at timestamptz not null default now(),
  primary key (subject, stage, stage_version, input_hash)
);
create index on result (stage, disposition, reason);
create index on result (locator_id);

-- One row per subject, stage and attempt: what `trace` shows.
create table timeline (
  id bigint generated always as identity primary key,
  subject text not null,
  stage text not null,
  stage_version int,
  attempt int not null,
  worker text not null,
  started_at timestamptz not null,
  duration_ms real not null,
  disposition text not null,
  reason text,
  detail jsonb
);
create index on timeline (subject);
