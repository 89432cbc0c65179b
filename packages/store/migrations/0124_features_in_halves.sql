-- Up Migration

-- Long values lie apart in pieces of 2,000 bytes, four to a page. Most features are a little longer than one: what was left over fitted no
-- page, and a fifth of the room was waste. In halves of their own, seven fit a page. Those from before are whole in `bytes`.
alter table features add column rest bytea;
alter table features alter column rest set storage external;
-- Once a row is too long both halves go, so that rows stay as narrow as their sketches, which are read for every candidate.
alter table features set (toast_tuple_target = 600);
