-- What readers search the record by. Derived from the entries, and no part of the record: it can be emptied and is filled anew.
create index entry_by_time on record.entry (at, id);
create index entry_of_kind on record.entry (kind, at, id);

create table record_index (
    entry_id bigint primary key,
    outcome  varchar(50)
);
create index record_by_outcome on record_index (outcome, entry_id);

create table record_mention (
    person   uuid   not null,
    entry_id bigint not null,
    primary key (person, entry_id)
);
