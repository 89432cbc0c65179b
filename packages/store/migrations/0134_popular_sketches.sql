-- Up Migration

-- Of each place of the similarity index the documents that rank lowest are candidates, so that among a million documents three sixteenths of
-- them are nine in ten candidates. Their sketches, which are read for every candidate, lay scattered over 620 MB; here they take a sixth of
-- that. Half a minute for a million documents.
create table popular_sketch (
  document_id text not null,
  sketch bytea not null
);
alter table popular_sketch alter column sketch set storage plain;
insert into popular_sketch
select f.document_id, f.sketch
from (select distinct document from posting where slot & 1048575 < 196608) p
  join similarity_document d on d.number = p.document join features f on f.document_id = d.id
where f.sketch is not null;
alter table popular_sketch add primary key (document_id);
-- Last, so that it is checked for all at once, which locks no row of features.
alter table popular_sketch add foreign key (document_id) references features on delete cascade;
