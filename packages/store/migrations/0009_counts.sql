-- Up Migration

-- A result counts when it is the last its stage decided about its subject, and the subject owes neither that stage nor an
-- earlier one again. Owing a stage again takes the results of it and of all later stages out of the count.
alter table result add column counted boolean not null default true;

create temporary table position_of (stage text primary key, place int not null) on commit drop;
insert into position_of values ('fetch', 1), ('clean', 2), ('dedupe', 3), ('extract', 4), ('reconcile', 5);
update result r set counted = false
where exists (select from document d where d.id = r.subject and d.removed_at is not null)
   or exists (select from result n where n.subject = r.subject and n.stage = r.stage and n.finished_at > r.finished_at)
   or exists (select from owed o join position_of owing on owing.stage = o.stage join position_of left_at on left_at.stage = r.stage
              where o.subject = r.subject and owing.place <= left_at.place);

-- The books, as changes to be summed: each transaction adds its own rows, so no two writers wait for each other. Folded
-- now and then into one row a line of the books.
create table tally (
  -- 'result' that counts, 'owed' work, 'locator', 'document' not taken down, or 'story'.
  what text not null,
  stage text,
  disposition text,
  reason text,
  n bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000);

insert into tally select 'result', stage, disposition, reason, count(*) from result where counted group by stage, disposition, reason;
insert into tally select 'owed', stage, null, null, count(*) from owed group by stage;
insert into tally select 'locator', null, null, null, count(*) from locator;
insert into tally select 'document', null, null, null, count(*) from document where removed_at is null;
insert into tally select 'story', null, null, null, count(*) from story;

create function tally_results_added() returns trigger language plpgsql as $$
begin
  insert into tally select 'result', stage, disposition, reason, count(*) from added where counted group by stage, disposition, reason;
  return null;
end $$;
create function tally_results_changed() returns trigger language plpgsql as $$
begin
  insert into tally
  select 'result', stage, disposition, reason, sum(n) from (
    select stage, disposition, reason, 1 as n from added where counted
    union all select stage, disposition, reason, -1 from gone where counted
  ) change group by stage, disposition, reason having sum(n) <> 0;
  return null;
end $$;
create function tally_results_gone() returns trigger language plpgsql as $$
begin
  insert into tally select 'result', stage, disposition, reason, -count(*) from gone where counted group by stage, disposition, reason;
  return null;
end $$;
create trigger tally_added after insert on result referencing new table as added for each statement execute function tally_results_added();
create trigger tally_changed after update on result referencing old table as gone new table as added for each statement execute function tally_results_changed();
create trigger tally_gone after delete on result referencing old table as gone for each statement execute function tally_results_gone();

create function tally_owed_added() returns trigger language plpgsql as $$
begin
  insert into tally select 'owed', stage, null, null, count(*) from added group by stage;
  return null;
end $$;
create function tally_owed_gone() returns trigger language plpgsql as $$
begin
  insert into tally select 'owed', stage, null, null, -count(*) from gone group by stage;
  return null;
end $$;
create trigger tally_added after insert on owed referencing new table as added for each statement execute function tally_owed_added();
create trigger tally_gone after delete on owed referencing old table as gone for each statement execute function tally_owed_gone();

-- Rows of one kind; the kind is the trigger's argument.
create function tally_rows_added() returns trigger language plpgsql as $$
begin
  insert into tally select tg_argv[0], null, null, null, count(*) from added having count(*) > 0;
  return null;
end $$;
create function tally_rows_gone() returns trigger language plpgsql as $$
begin
  insert into tally select tg_argv[0], null, null, null, -count(*) from gone having count(*) > 0;
  return null;
end $$;
create trigger tally_added after insert on locator referencing new table as added for each statement execute function tally_rows_added('locator');
create trigger tally_gone after delete on locator referencing old table as gone for each statement execute function tally_rows_gone('locator');
create trigger tally_added after insert on document referencing new table as added for each statement execute function tally_rows_added('document');
create trigger tally_added after insert on story referencing new table as added for each statement execute function tally_rows_added('story');
create trigger tally_gone after delete on story referencing old table as gone for each statement execute function tally_rows_gone('story');

-- A document is taken down once, by an update of its own: a trigger for that column alone costs other updates nothing.
create function tally_document_removed() returns trigger language plpgsql as $$
begin
  insert into tally values ('document', null, null, null, case when new.removed_at is null then 1 else -1 end);
  return null;
end $$;
create trigger tally_removed after update of removed_at on document for each row
  when ((old.removed_at is null) <> (new.removed_at is null)) execute function tally_document_removed();

-- What left the line before its end is few beside what went through, and is what people ask for: newest first, by stage and reason.
drop index result_stage_disposition_reason_idx;
drop index result_finished_at_idx;
create index result_unfinished on result (finished_at) where counted and disposition <> 'emitted';
create index result_unfinished_by_cause on result (stage, reason, finished_at) where counted and disposition <> 'emitted';
-- The subjects of a run are found by its locators and their documents.
drop index result_locator_id_idx;
drop index owed_locator_id_idx;

-- Places are looked up whole: a hash of them is a tenth of the size of the texts.
drop index document_url_idx;
create index document_url on document using hash (url);
create index document_locator on document using hash (locator);
create index locator_locator on locator using hash (locator);

-- The events of one story.
create index story_event_story on story_event (story_id, id);

-- Words of headlines, for people who look for a story.
create index story_headline on story using gin (to_tsvector('simple', coalesce(headline, '')));

-- Named after what it is for.
alter table likeness_document rename to similarity_document;
