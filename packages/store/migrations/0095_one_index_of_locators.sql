-- Up Migration

-- Places of documents were indexed twice, and every change of a document wrote both: the ordered one answers what the hash did.
drop index document_locator;
