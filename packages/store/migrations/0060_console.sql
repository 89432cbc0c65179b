-- Up Migration

-- Who did what to the pipeline, from the console, over the API or at the command line. Rows are only ever added; `wirefold` never
-- changes one.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  -- The token's name, the user a trusted proxy named, or the account at the terminal.
  actor text not null,
  role text,
  via text not null check (via in ('console', 'api', 'cli')),
  -- What was asked for ("stage.pause") and of what ("clean").
  action text not null,
  target text,
  -- An address; at the command line the host.
  came_from text,
  -- done; refused: the role does not allow it; failed: it was tried.
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  detail jsonb
);
create index audit_by_target on audit (target, action, id);
create index audit_by_actor on audit (actor, id);

-- Tokens of people and programs. Only a hash is kept: a token is shown once, when it is made.
create table access_token (
  name text primary key,
  role text not null check (role in ('viewer', 'operator', 'admin')),
  hash text not null unique,
  made_by text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);

-- The pipeline once a minute, for charts. A day and an hour of it is kept, however long it runs.
create table stage_sample (
  at timestamptz not null,
  stage text not null,
  owed bigint not null,
  -- Ever ended (emitted, dropped, quarantined) and of these given up: rates are differences.
  ended bigint not null,
  quarantined bigint not null,
  primary key (at, stage)
);
