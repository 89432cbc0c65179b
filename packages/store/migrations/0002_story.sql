-- Up Migration

-- An edge is a pure function of its two documents; a is less than b.
create table edge (
  a text not null,
  b text not null,
  kind text not null,
  direction text,
  score double precision not null,
  evidence jsonb not null,
  primary key (a, b)
);
create index on edge (b);

create table story (
  id text primary key,
  members_hash text not null,
  version int not null,
  headline text,
  members int not null,
  lineages int not null,
  record jsonb not null,
  updated_at timestamptz not null default now()
);

create table assignment (
  document_id text primary key,
  copy_id text not null,
  lineage_id text not null,
  story_id text not null,
  role text not null,
  parent text
);
create index on assignment (story_id);

-- Created, updated, merged, split: in the order they were committed.
create table story_event (
  id bigint generated always as identity primary key,
  story_id text not null,
  kind text not null,
  detail jsonb not null,
  at timestamptz not null default now()
);
