-- With desk.privacy.content=source: what the placeholders in other tables stand for, until the ticket is closed.
create table kept_text (
    id            varchar(32) primary key,
    ticket_number varchar(20) not null, -- empty for what belongs to no ticket
    at_home       boolean     not null, -- whether the words lie elsewhere, and content says where
    key_uid       uuid        not null, -- which of person_key it is encrypted with
    content       ${binary}   not null
);
create index kept_text_of_ticket on kept_text (ticket_number);
