-- Up Migration

-- What the grouping rule's layers came to for each document that reached reconcile. Kept so
-- that a new document has only those near it worked out again whose own layer changed, however much hangs together.
create table document_group (
  document_id text primary key,
  -- Days since 1970 it was published.
  day double precision,
  -- The documents its strongest edges name.
  near text[] not null,
  -- By level (copy, lineage, story): its own cluster as bits over (itself, near…), its density, and the cluster's earliest day.
  clusters int[] not null,
  densities double precision[] not null,
  first_days double precision[] not null,
  -- By level: whom it points to, 0 for itself, n for the nth of near.
  targets smallint[] not null,
  -- By level: the document its pointers end at. Those with one story anchor are one story.
  anchors text[] not null
) with (fillfactor = 80);
create index document_group_story on document_group ((anchors[3]));

-- Groups whose members changed and whose record was not made since. Rows live as long as the batch that wrote them; those of a
-- batch that died are handed back to the ledger.
create table group_due (
  anchor text primary key,
  since timestamptz not null default now()
);
create index group_due_since on group_due (since);

-- A document without edges stands alone; every one that has edges is grouped anew by the local rule.
insert into document_group (document_id, near, clusters, densities, first_days, targets, anchors)
select document_id, '{}', '{1,1,1}', '{0,0,0}', '{null,null,null}', '{0,0,0}', array[document_id, document_id, document_id] from assignment x
where not exists (select from edge e where e.a = x.document_id) and not exists (select from edge e where e.b = x.document_id);
insert into owed (subject, stage, locator_id, input, input_hash, priority)
select distinct on (r.subject) r.subject, 'reconcile', r.locator_id, r.outputs -> 0, 'again-' || r.input_hash, 'backfill'
from result r
where r.stage = 'extract' and r.disposition = 'emitted'
  and (exists (select from edge e where e.a = r.subject) or exists (select from edge e where e.b = r.subject))
order by r.subject, r.finished_at desc
on conflict (subject, stage) do nothing;
update result r set counted = false from owed o where o.subject = r.subject and o.stage = 'reconcile' and r.stage = 'reconcile' and r.counted;

-- What making a record took, in milliseconds of one thread: a story that takes long is not made anew for every member.
alter table story add column made_ms real not null default 0;
