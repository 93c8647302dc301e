-- What exactly-once and taking back need of the ledger.

alter table ledger add column outstanding varchar(200);                          -- type and target while a call may be under way
alter table ledger add column before_image varchar(2000);                        -- JSON: how the target was before the call
alter table ledger add column abandoned_at timestamp(6) with time zone;          -- no process tries it any more, people have it
alter table ledger add constraint one_at_a_time unique (outstanding);
create index ledger_unsettled on ledger (state, changed_at);

-- Which desks are alive: what the dead had taken goes on elsewhere.
create table node (
    lock_owner varchar(255) primary key,
    seen_at    timestamp(6) with time zone not null
);
