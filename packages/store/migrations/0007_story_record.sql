-- Up Migration

-- A record is read and written whole, so it is kept as it is exported, packed like a blob: as jsonb, taking it apart and
-- compressing it again was the largest write of all. Every story is made anew; until then it has no record.
alter table story drop column record;
alter table story add column record bytea;
alter table story alter column record set storage external;
update story set members_hash = '';
insert into owed (subject, stage, locator_id, input, input_hash, priority)
select distinct on (r.subject) r.subject, 'reconcile', r.locator_id, r.outputs -> 0, 'again-' || r.input_hash, 'backfill'
from result r join assignment a on a.document_id = r.subject
where r.stage = 'extract' and r.disposition = 'emitted'
order by r.subject, r.finished_at desc
on conflict (subject, stage) do nothing;
