-- The demo organisation's phones: what was sent to whom.
create table demo_text_message (
    id     uuid          primary key,
    mobile varchar(20)   not null,
    login  varchar(64),  -- whose phone it is, if the HR system knows
    body   varchar(2000) not null,
    at     timestamp(6) with time zone not null
);
create index demo_text_message_by_time on demo_text_message (at);
