-- Up Migration

-- What is known of each web page that was read: by the address it was read at, the document it became, and what its server
-- says of change. It saves asking again; losing it costs requests, never a document.
create table page (
  address text primary key,
  -- The address its document is known by: another one for AMP and mobile forms, and where a canonical address is given.
  locator text not null,
  document_id text not null,
  body_hash text not null,
  etag text,
  last_modified text,
  -- Its ETag or Last-Modified stayed while its body changed: they are not believed again.
  validators_lie boolean not null default false,
  -- Until when its server says it keeps (Cache-Control, Expires), within a bound.
  fresh_until timestamptz,
  -- When its body was last read whole.
  read_at timestamptz not null default now(),
  -- noindex, noarchive.
  directives text[] not null default '{}'
);
create index on page (locator);
