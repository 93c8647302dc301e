-- Requests that are being read by somebody who takes their time: by whom, and what they found; none of the words. A row goes when its
-- step goes on.
create table reading_under_way (
    ticket_number varchar(20)   primary key references ticket (number),
    roster        varchar(4000) not null,
    found         varchar(16000)
);

-- What language models said of tickets that are still open; when they close, what people said of it shows who was right.
create table model_opinion (
    ticket_number varchar(20)  not null references ticket (number),
    model         varchar(200) not null, -- with version, prompt and how it said so
    category      varchar(100) not null,
    said          double precision not null
);
create index model_opinion_ticket on model_opinion (ticket_number);

-- What a model wrote for those who work on a ticket, until it is closed.
create table machine_text (
    ticket_number varchar(20)  not null references ticket (number),
    kind          varchar(50)  not null,
    text          varchar(8000) not null, -- words
    model         varchar(100) not null,
    written_at    timestamp(6) with time zone not null,
    primary key (ticket_number, kind)
);
