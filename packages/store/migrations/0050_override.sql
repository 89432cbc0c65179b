-- Up Migration

-- What editors have said of two figures: they do not count the same. A figure is a place in a document with the words that
-- stand there; every new record of a story that holds both honours it. Rows are few: one for each time a person disagreed.
create table override (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('not-same')),
  a_document text not null references document (id) on delete cascade,
  a_start integer not null,
  a_end integer not null,
  a_text text not null,
  b_document text not null references document (id) on delete cascade,
  b_start integer not null,
  b_end integer not null,
  b_text text not null,
  who text not null,
  why text not null,
  made_at timestamptz not null default now(),
  unique (kind, a_document, a_start, b_document, b_start)
);
create index override_b on override (b_document);
