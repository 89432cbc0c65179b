-- Up Migration

-- The likeness index. A document is a number here, so its twenty rows stay narrow; keys and buckets are kept with it, so
-- its rows can be found again without an index of their own.
create table likeness_document (
  id text primary key,
  number int generated always as identity unique,
  keys int[] not null,
  buckets int[] not null
);

-- `rank` orders the rows of one key by a hash of the document id: a reader takes the first few, whatever order they came in.
create table posting (
  key int not null,
  bucket int not null,
  rank int not null,
  document int not null,
  weight smallint not null,
  primary key (key, bucket, rank, document)
);
