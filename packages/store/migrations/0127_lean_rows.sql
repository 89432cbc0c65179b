-- Up Migration

-- Groups' layers as one short text: arrays of three took 24 bytes each beside what they hold, five of them a document, and most documents
-- stand alone, of which nothing is to be said. packages/store/src/packed-layers.ts reads and writes it. About a quarter of a minute for
-- a million documents.
create function pg_temp.list_of(entries text[]) returns text language sql immutable as $$
  select case when entries[1] is not distinct from entries[2] and entries[2] is not distinct from entries[3]
    then coalesce(entries[1], '') else array_to_string(entries, ',', '') end
$$;
create function pg_temp.anchor_of(anchor text, story text, seen text[]) returns text language sql immutable as $$
  select coalesce((array_position(seen, anchor) - 1)::text, case when anchor = story then '.' else '=' || anchor end)
$$;
create table document_group_now (
  -- Days since 1970 it was published.
  day double precision,
  document_id text not null,
  -- Its story's anchor; null for itself.
  anchor text,
  -- Clusters, densities, first days, targets and anchors by level; null for a document that stands alone.
  layers text,
  -- The documents its strongest edges name; null where there are none.
  near text[]
) with (fillfactor = 90);
insert into document_group_now (day, document_id, anchor, layers, near)
select day, document_id, nullif(anchors[3], document_id), nullif(layers, '1 0 ' || coalesce(day::text, '') || ' 0 0'), nullif(near, '{}')
from (
  select g.*, concat_ws(' ', pg_temp.list_of(clusters::text[]), pg_temp.list_of(densities::text[]), pg_temp.list_of(first_days::text[]),
    pg_temp.list_of(targets::text[]), pg_temp.list_of(array[
      pg_temp.anchor_of(anchors[1], anchors[3], document_id || near), pg_temp.anchor_of(anchors[2], anchors[3], document_id || near),
      pg_temp.anchor_of(anchors[3], anchors[3], document_id || near)])) as layers
  from document_group g order by document_id
) packed;
drop table document_group;
alter table document_group_now rename to document_group;
alter table document_group add primary key (document_id);
create index document_group_story on document_group ((coalesce(anchor, document_id)));

-- A line of a file is known by the hash of its bytes, which nobody looks for by a part: its digits were half of the index.
drop index locator_find;
create index locator_find on locator
  using gin (((case when right(locator, 21) ~ '^#[0-9a-f]{20}$' then left(locator, -21) else locator end) || ' ' || hints::text) gin_trgm_ops);

-- What clean and extract made of a document stands in its row, and in their results only where it is another by now.
create function keep_hashes() returns trigger language plpgsql as $$
begin
  if old.article_hash is not null and new.article_hash is distinct from old.article_hash then
    update result r set outputs = jsonb_set(r.outputs, '{0,articleHash}', to_jsonb(old.article_hash))
    where r.subject = old.id and r.stage = 'clean' and r.disposition = 'emitted' and r.finished_at < now()
      and r.outputs -> 0 is not null and not r.outputs -> 0 ? 'articleHash';
  end if;
  if old.facts_hash is not null and new.facts_hash is distinct from old.facts_hash then
    update result r set outputs = jsonb_set(r.outputs, '{0,factsHash}', to_jsonb(old.facts_hash))
    where r.subject = old.id and r.stage = 'extract' and r.disposition = 'emitted' and r.finished_at < now()
      and r.outputs -> 0 is not null and not r.outputs -> 0 ? 'factsHash';
  end if;
  return null;
end $$;
create trigger keep_hashes after update of article_hash, facts_hash on document for each row
  when (old.article_hash is distinct from new.article_hash and old.article_hash is not null
    or old.facts_hash is distinct from new.facts_hash and old.facts_hash is not null)
  execute function keep_hashes();
