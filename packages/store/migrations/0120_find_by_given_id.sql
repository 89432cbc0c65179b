-- Up Migration

-- The id that a line or a record gave itself stands behind the # of its document's locator, and is looked for like a title. The index is
-- made anew: about a minute for a million documents.
drop index document_find;
create index document_find on document using gin ((coalesce(title, '') || ' ' || coalesce(outlet, '') || ' ' || coalesce(url, '')
  || ' #' || left(substr(locator, strpos(locator || '#', '#') + 1), 200)) gin_trgm_ops);
