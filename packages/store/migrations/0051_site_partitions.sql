-- Up Migration

-- Named after what they are: a site and a half-year of its documents.
alter table line_shelf rename to line_partition;
alter table line_document rename column shelf to partition;
alter table line rename column shelf to partition;
