-- What the desk asks a requester, because the request does not say it: twice at most on a ticket. Its words are the desk's own.
-- The check names no list: H2 keeps the session that made one, and refuses everything once that is closed.
create table clarification (
    id            uuid          primary key,
    ticket_number varchar(20)   not null references ticket (number),
    place         smallint      not null check (place >= 1 and place <= 2),
    need          varchar(50)   not null, -- as config/reading/questions.yaml calls it
    language      varchar(10)   not null,
    words         varchar(2000) not null,
    offered       varchar(1000) not null, -- what can be chosen, by the names people use, separated by line feeds
    asked_at      timestamp(6) with time zone not null,
    reminded_at   timestamp(6) with time zone,
    ended_at      timestamp(6) with time zone, -- what is written from then on answers it no more
    outcome       varchar(20),
    unique (ticket_number, place)
);
-- which of them a message answers: its words then count as the request's
alter table message add column clarification uuid references clarification (id);
create index message_of_clarification on message (clarification);
