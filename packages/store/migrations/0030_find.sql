-- Up Migration

-- People look for a document by any part of what it is called. Trigrams answer that for any script; a document is entered
-- when it is recorded and when clean names it, a place once.
create extension if not exists pg_trgm;

create index document_find on document
  using gin ((coalesce(title, '') || ' ' || coalesce(outlet, '') || ' ' || coalesce(url, '')) gin_trgm_ops);
create index locator_find on locator using gin ((locator || ' ' || hints::text) gin_trgm_ops);

-- The newest first, for lists that ask for nothing else.
create index document_created on document (created_at);
