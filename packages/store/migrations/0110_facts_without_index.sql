-- Up Migration

-- Facts hold their document's id, so no two documents share them, and nobody asks for a document by its facts but pruning, thousands at
-- a time. Without the index, noting a document's facts touches no index at all; it wants room for the row's new version on its page.
drop index document_facts;
alter table document set (fillfactor = 85);
