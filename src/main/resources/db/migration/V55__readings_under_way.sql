-- Requests that are being read by somebody who takes their time: by whom, and what they found; none of the words. A row goes when its
-- step goes on.
create table reading_under_way (
    ticket_number varchar(20)   primary key references ticket (number),
    roster        varchar(4000) not null,
    found         varchar(16000)
);
