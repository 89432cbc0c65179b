-- Up Migration

-- Whether the server's ETag and Last-Modified may be believed: unknown until its body was seen to change together with
-- them, then trusted; lie once the body changed and they did not.
alter table source drop column validators_lie;
alter table source add column validators text not null default 'unknown';
-- Documents that came after the first poll, which lists old ones as well.
alter table source add column documents_seen int not null default 0;
alter table source add column polls int not null default 0;
-- When a document last came.
alter table source add column document_at timestamptz;

-- The versions of a page: documents of one address.
create index on document (locator);
