-- Up Migration

-- A document's place, and the place it was read at, are looked up whole: a hash of them is half as large as their texts, and of long
-- addresses a fifth. About half a minute for a million documents.
drop index document_locator_idx;
drop index document_locator_id_idx;
create index document_locator on document using hash (locator);
create index document_locator_id on document using hash (locator_id);
