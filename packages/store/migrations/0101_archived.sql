-- Up Migration

-- The body that was last written to a WARC archive for each address, so that whichever process meets it again unchanged writes a revisit.
-- It saves room in the archive; losing it costs a body written twice.
create table archived (
  -- SHA-256 of the address as it was asked.
  address_hash text primary key,
  digest text not null,
  record_id text not null,
  record_at timestamptz not null
);
create index on archived (record_at);
