-- Up Migration

-- A result's key is its subject and what of it: 64 bits stand for stage, version and input. The index of the four columns was as large as
-- a third of the rows.
create unique index result_passage on result (subject, hashtextextended(stage || ' ' || stage_version::text || ' ' || input_hash, 0));
alter table result drop constraint result_pkey;
