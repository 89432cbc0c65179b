-- Up Migration

-- Documents whose article changed after they were compared: few. Whoever compared with an earlier one sees it by the revision;
-- `settled` is the revision whose edges were put right.
create table changed_article (
  document_id text primary key,
  revision int not null default 1,
  settled int not null default 0
);
