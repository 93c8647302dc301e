-- Who decided something is forgotten on the word of two: that of the first waits here for the second.
create table erasure_demand (
    person      varchar(320) not null primary key,
    demanded_by varchar(255) not null,
    demanded_at timestamp(6) with time zone not null
);
