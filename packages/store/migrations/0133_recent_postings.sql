-- Up Migration

-- A document's postings lie on some twenty pages of an index of 1 GB among a million documents: each was read, changed, logged whole and
-- written for one or two rows. Now they go into a small part of the table, whose index stays in memory, and are carried over in stretches of
-- the order of the index, some rows a page (packages/store/src/similarity-index.ts). Whoever reads "posting" reads both parts.
create table posting_recent () inherits (posting);
create index posting_recent_slot on posting_recent (slot) include (document, weight);
alter table posting_recent set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 200000);
