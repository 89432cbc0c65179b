-- Up Migration

-- What analysts ask by SQL. Records and facts are packed (docs/adr/0012), so their claims, quotations and figures are unpacked into
-- tables here by `wirefold sql` and `wirefold export`, story by story and document by document, where they have changed since.
-- Nothing in the pipeline reads or writes this schema: it can be dropped and filled again at any time. docs/sql.md describes it.
create schema data;

create table data.unpacked (
  kind text not null check (kind in ('story', 'document')),
  id text not null,
  -- A story's version, or the hash of a document's facts.
  version text not null,
  primary key (kind, id)
);

create table data.claim (
  story text not null, claim text not null, statement text not null,
  value double precision, value_low double precision, value_high double precision, unit text, modifier text,
  attributed_to text, subject text, place text, period text, relation text not null,
  articles int not null, independent_sources int not null, independent_sources_strict int not null, lineages text not null,
  doc text not null, outlet text, url text, published_at text, lineage text,
  variant_value double precision, variant_low double precision, variant_high double precision, variant_modifier text,
  variant_attributed_to text, variant_relation text not null, mutations text not null, surface text not null,
  evidence_text text not null, evidence_start int not null, evidence_end int not null, evidence_hash text not null
);
create index on data.claim (story);
create index on data.claim (doc);

create table data.quote (
  document text not null, kind text not null, text text not null, speaker text, cue text, span_start int not null, span_end int not null
);
create index on data.quote (document);
create index on data.quote (speaker);

create table data.figure (
  document text not null, text text not null, number text not null, value double precision, value_low double precision, value_high double precision,
  unit text, modifier text, subject text, predicate text, place text, period text, attributed_to text,
  span_start int not null, span_end int not null
);
create index on data.figure (document);

create view data.document as
  select d.id, d.title, d.outlet, d.url, d.published_at, d.language, d.wire_credit, d.locator, a.story_id as story, a.lineage_id as lineage,
    a.copy_id as copy, a.role, a.parent, d.created_at as recorded_at
  from public.document d left join public.assignment a on a.document_id = d.id where d.removed_at is null;
create view data.story as select id, headline, members as documents, lineages, version, updated_at from public.story;
create view data.edge as select a, b, kind, direction, score from public.edge;
create view data.ending as
  select subject as document, stage, stage_version, disposition, reason, detail ->> 'message' as message, finished_at
  from public.result where counted;
