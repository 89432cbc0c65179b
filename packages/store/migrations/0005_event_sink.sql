-- Up Migration

-- How far each sink (the Redis stream, the webhook) has been served with story events, and what it last failed with.
-- `story_event` is the outbox: its ids are given out under one lock, so they are committed in their order.
create table event_sink (
  name text primary key,
  last_id bigint not null default 0,
  attempts int not null default 0,
  next_try_at timestamptz not null default now(),
  last_error text
);

-- The quarantine is small beside the results it lies among.
create index on result (finished_at) where disposition = 'quarantined';

-- What was taken down is left out of the books; it is few.
create index on document (id) where removed_at is not null;
