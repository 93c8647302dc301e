-- What was said to a ticket's process that it has not heard yet: it may be suspended, or redrawn so that it fails.
create table unheard (
    id            uuid         primary key,
    ticket_number varchar(20)  not null references ticket (number),
    message       varchar(100) not null, -- by its name in the diagram
    solved        boolean,               -- what they said of that
    reply         uuid         references message (id), -- in which they said it; null: not in writing
    said_at       timestamp(6) with time zone not null,
    looked_at     timestamp(6) with time zone not null,
    failing_since timestamp(6) with time zone -- not while the process is suspended: then nobody has tried
);
-- when a step of its process heard it; of several replies, each is looked at as it is heard
alter table message add told_at timestamp(6) with time zone;
