-- Up Migration

-- What an edge's documents were compared by is some fourteen numbers; with their names as JSON they were three quarters of its row. Edges
-- from before keep theirs in `evidence`, which holds the rest: null where there is none.
create table measure_names (
  number int generated always as identity primary key,
  -- With a space between two.
  name text not null unique
);
alter table edge add column measured int, add column measures bytea;
alter table edge alter column evidence drop not null;
