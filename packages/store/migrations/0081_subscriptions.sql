-- Up Migration

-- What a source's hub knows its address by (WebSub); null where nobody says.
alter table source add column topic text;

-- A hub that was asked to announce a source's changes. It outlives its source until the hub was told to stop.
create table subscription (
  -- Names it in the callback's address, and cannot be guessed.
  id text primary key,
  source_id text unique references source (id) on delete set null,
  hub text not null,
  topic text not null,
  -- Signs deliveries; null where it could not be told safely.
  secret text,
  -- wanted (asked for), active (verified), denied, leaving
  state text not null default 'wanted',
  lease_until timestamptz,
  -- When the hub is asked next: again, to renew the lease, or to stop.
  next_at timestamptz not null default now(),
  failures int not null default 0,
  last_error text,
  delivered_at timestamptz,
  created_at timestamptz not null default now()
);
create index on subscription (next_at);
