-- What is to be asked of performers that may take their time, until it is settled: who asks holds no thread and no transaction for it.
create table inquiry (
    id            uuid         primary key,
    ticket_number varchar(20)  not null references ticket (number),
    step          varchar(50)  not null,
    asked_at      timestamp(6) with time zone not null,
    taken_until   timestamp(6) with time zone not null, -- by a node that says again and again that it still works on it
    unique (ticket_number, step)
);
create index inquiry_taken on inquiry (taken_until);

-- Each call of a language model: what a ticket and a step cost. Nothing that was sent or answered.
create table model_call (
    id            uuid         primary key,
    ticket_number varchar(20)  references ticket (number),
    step          varchar(50)  not null,
    model         varchar(100) not null,
    outcome       varchar(30)  not null,
    tokens_in     bigint       not null,
    tokens_out    bigint       not null,
    cost          numeric(18, 6) not null,
    called_at     timestamp(6) with time zone not null
);
create index model_call_ticket on model_call (ticket_number);

-- What all models together cost in a month (UTC), reserved before each call.
create table model_spending (
    calendar_month varchar(7) primary key, -- 2026-11
    spent          numeric(18, 6) not null
);

-- How sure a model said it was of a category, and whether people then agreed.
create table model_outcome (
    id        uuid         primary key,
    model     varchar(200) not null, -- with version, prompt and how it said so
    category  varchar(100) not null,
    said      double precision not null,
    was_right boolean      not null,
    known_at  timestamp(6) with time zone not null
);
create index model_outcome_model on model_outcome (model, category);
