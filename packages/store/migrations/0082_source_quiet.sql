-- Up Migration

-- The longest time between two documents of a source in the last weeks, in seconds: feeds sleep at night.
alter table source add column quiet_seconds double precision not null default 0;
