-- Up Migration

-- Replays ordered from the console or over the API. One at a rate may take hours: a console that ends leaves it to the next.
create table replay (
  id text primary key,
  -- Which of the quarantined, and only what was quarantined before this moment.
  filter jsonb not null,
  before timestamptz not null,
  per_second double precision,
  documents bigint not null,
  moved bigint not null default 0,
  state text not null default 'running' check (state in ('running', 'done', 'cancelled', 'failed')),
  started_at timestamptz not null default now(),
  started_by text not null,
  error text,
  -- When the console that drives it last said so.
  driven_at timestamptz not null default now()
);
create index replay_started on replay (started_at);
