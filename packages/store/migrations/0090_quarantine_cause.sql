-- Up Migration

-- Why a document was given up, without what differs from one document to the next: what its group in the quarantine is known by.
-- Written with the result, so that thousands are grouped by an index and not by taking their messages apart.
alter table result add column cause text;
-- Tells whether the messages of a group are one message.
alter table result add column message_key int;

-- First line of an error's message; the document's place and id are written as `…`.
create function quarantine_message(detail jsonb, subject text, place text, document_place text) returns text language sql immutable parallel safe as $$
  select regexp_replace(
    replace(replace(replace(replace(regexp_replace(split_part(coalesce(detail ->> 'message', ''), E'\n', 1), '^\w*Error: ', ''),
      coalesce(document_place, place), '…'), place, '…'),
      regexp_replace(place, '^file://|#.*$', '', 'g'), '…'), subject, '…'),
    '\mbytes \d+-\d+', 'bytes …')
$$;

-- Quoted values and figures (a line's number, a size) differ from document to document; an HTTP status is the cause itself. As much
-- of it as an index takes.
create function quarantine_cause(message text) returns text language sql immutable parallel safe as $$
  select left(regexp_replace(regexp_replace(message, '"[^"]*"|“[^”]*”', '“…”', 'g'), '(?<!HTTP )\m\d[\d.,]*', '…', 'g'), 400)
$$;

create function name_cause() returns trigger language plpgsql as $$
declare
  message text;
begin
  select quarantine_message(new.detail, new.subject, l.locator, d.locator) into message
  from locator l left join document d on d.id = new.subject where l.id = new.locator_id;
  new.message_key := hashtext(coalesce(message, ''));
  new.cause := quarantine_cause(coalesce(message, ''));
  return new;
end $$;
create trigger name_cause before insert or update of disposition, detail on result for each row
  when (new.disposition = 'quarantined') execute function name_cause();

alter table result disable trigger user;
update result r set cause = quarantine_cause(m.message), message_key = hashtext(m.message)
from (
  select x.subject, x.stage, x.stage_version, x.input_hash, quarantine_message(x.detail, x.subject, l.locator, d.locator) as message
  from result x join locator l on l.id = x.locator_id left join document d on d.id = x.subject where x.disposition = 'quarantined'
) m
where r.subject = m.subject and r.stage = m.stage and r.stage_version = m.stage_version and r.input_hash = m.input_hash;
alter table result enable trigger user;

create index result_quarantined on result (reason, cause, finished_at) include (stage, message_key)
  where counted and disposition = 'quarantined';
-- Their input is gone, so no replay takes them.
create index result_not_replayable on result (reason, cause, stage) where counted and disposition = 'quarantined' and input is null;
