-- The models that the classifier has, or could have. One is active: the nodes look here which one that is.
create table classifier_model (
    hash          varchar(64)  primary key,  -- SHA-256 of the model's file; 'shipped' is what each node learns from the shipped history
    state         varchar(20)  not null,     -- candidate, active, former, declined
    active        boolean      unique,       -- true for the active one, null for all others: there are never two
    content       ${binary},                 -- the file, so that every node has it; null for the shipped one, and what was declined
    provenance    text,                      -- JSON
    comparison    text,                      -- JSON: with the one that was active when it was trained
    compared_with varchar(64)  references classifier_model (hash),
    learned       integer      not null,     -- from so many tickets of the desk's own
    learned_until timestamp(6) with time zone, -- when the last of those was closed
    trained_by    varchar(100),              -- who asked for it
    trained_at    timestamp(6) with time zone,
    active_since  timestamp(6) with time zone,
    active_by     varchar(100),
    reason        varchar(1000)
);
insert into classifier_model (hash, state, active, learned) values ('shipped', 'active', true, 0);

-- Each training that somebody asked for, and what came of it.
create table retraining (
    id       uuid         primary key,
    running  boolean      unique,            -- true while it runs, else null: there is one at a time
    asked_by varchar(100) not null,
    begun_at timestamp(6) with time zone not null,
    seen_at  timestamp(6) with time zone not null, -- its node says every few seconds that it is still there
    doing    varchar(200) not null,
    done     integer      not null,
    steps    integer      not null,
    ended_at timestamp(6) with time zone,
    result   varchar(20),
    words    varchar(2000),
    model    varchar(64)  references classifier_model (hash)
);

-- When its requester was forgotten: nothing learns from their words.
alter table ticket add column forgotten_at timestamp(6) with time zone;
update ticket set forgotten_at = current_timestamp where exists (
    select 1 from record_mention m join record.entry e on e.id = m.entry_id join person_key k on k.uid = m.person
    where k.erased_at is not null and e.ticket_number = ticket.number);
