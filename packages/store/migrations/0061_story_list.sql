-- Up Migration

-- Stories are listed by when they changed, how many articles and independent lineages they have, and how many conflicts their
-- record holds. Null until the record is made anew.
alter table story add column conflicts int;
create index story_changed on story (updated_at, id);
create index story_members on story (members, id);
create index story_lineages on story (lineages, id);
create index story_conflicts on story (conflicts, id) where conflicts > 0;

-- Runs, the newest first.
create index run_created on run (created_at);
