-- Up Migration

-- Learned boilerplate. A shelf is a site and a half-year; its row is locked by whoever changes what lies on it. `bound` is the
-- highest rank counted, null while all are.
create table line_shelf (
  number int generated always as identity primary key,
  name text not null unique,
  documents int not null default 0,
  bound bigint
);

-- What each document brought. `rank` orders the documents of a shelf by a hash of their ids, and stands for them.
create table line_document (
  document_id text primary key,
  shelf int not null,
  rank bigint not null,
  lines bigint[] not null,
  words int[] not null
);
create index on line_document (shelf, rank);
alter table line_document alter column words set storage external;

-- In which documents a line was seen: the lowest ranks of those counted, and how many of them are unlike each other.
create table line (
  shelf int not null,
  fingerprint bigint not null,
  documents bigint[] not null,
  unlike smallint not null default 0,
  primary key (shelf, fingerprint)
) with (fillfactor = 90);
