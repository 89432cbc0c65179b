-- Up Migration

-- What tells whether comparing two documents is worth while, in some 400 bytes: read for every candidate, where the features are read
-- for one in six. Null for documents compared before there were sketches: their features are read.
alter table features add column sketch bytea;
alter table features alter column sketch set storage plain;

-- Whether another document has the same body is asked before one is deleted.
create index document_body on document using hash (body_hash);
create index document_article on document using hash (article_hash);
create index document_facts on document using hash (facts_hash);
