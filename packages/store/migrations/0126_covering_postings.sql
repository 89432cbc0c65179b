-- Up Migration

-- Of a million documents, the rows that a lookup reads lie on as many pages of the table: with document and weight in the index it is not
-- opened, which halves what finding candidates costs at half a million documents, for eight bytes a row. About half a minute for a million.
drop index posting_slot;
create index posting_slot on posting (slot) include (document, weight);
-- Rows are hardly ever deleted, so that without this the newest, which most lookups are for, would long be looked up in the table.
alter table posting set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 200000);
