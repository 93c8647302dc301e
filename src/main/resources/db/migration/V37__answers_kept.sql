-- When the desk did what a person put in the place of its proposal: each such word counts once. What was said before was done then.
alter table decision_difference add column taken_at timestamp(6) with time zone;
update decision_difference set taken_at = (select decided_at from verdict where verdict.id = verdict_id);

-- What came of the one-time codes, as the step that sent or checked the last of them found it.
alter table ticket add column verification varchar(20);

-- What the tables that diagrams ask answered last on a ticket, by the name of the output.
create table table_answer (
    ticket_number varchar(20)  not null,
    output        varchar(100) not null,
    answer        text         not null,
    primary key (ticket_number, output)
);
