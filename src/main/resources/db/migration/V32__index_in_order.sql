-- The search index follows the order of the seals: the next place to be looked at says how far it has come, and only what
-- there is to find has a row. What it had is filled anew.
delete from record_mention;
delete from record_index;
alter table record_index alter column outcome set not null;
create table record_indexed (
    place bigint not null
);
insert into record_indexed (place) values (0);
