-- Up Migration

-- What two documents are compared by, encoded by dedupe. Already dense: compressing it again would cost more than it saves.
create table features (
  document_id text primary key,
  bytes bytea not null
);
alter table features alter column bytes set storage external;
