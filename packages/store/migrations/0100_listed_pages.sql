-- Up Migration

-- When a locator last came to owe fetch: a list's date from before it says nothing new of the page.
alter table locator add column owed_at timestamptz not null default now();
