-- Up Migration

-- Small bodies, packed, where WIREFOLD_BLOBS_URL says `small=rows`: a batch's are written by one statement and reach the disk with its
-- commit. They are dense already, and whole in their row: a second look-up for each would cost more than the room it saves.
create table blob (
  hash bytea primary key,
  packed bytea not null,
  put_at timestamptz not null default now()
) with (toast_tuple_target = 8160);
alter table blob alter column packed set storage external;
