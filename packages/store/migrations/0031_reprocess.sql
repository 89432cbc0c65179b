-- Up Migration

-- One `reprocess`: which documents go through which stage again, and how far it has come. Documents are taken in the order of
-- their ids, so `cursor` is all that is needed to go on after a kill.
create table reprocess (
  id text primary key,
  from_stage text not null,
  -- What was asked for: which documents, and the stage's version at the time.
  filter jsonb not null,
  state text not null default 'running' check (state in ('running', 'paused', 'cancelled', 'done')),
  cursor text not null default '',
  looked_at bigint not null default 0,
  moved bigint not null default 0,
  documents bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
