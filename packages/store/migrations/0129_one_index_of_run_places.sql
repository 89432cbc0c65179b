-- Up Migration

-- A place's runs are few: by place and run one index answers what took two, of which every place had an entry. Some seconds for a million.
alter table run_locator drop constraint run_locator_pkey;
drop index run_locator_locator_id_idx;
alter table run_locator add primary key (locator_id, run_id);
