-- What follows from a done action is drawn in two parts, so that one cannot hold up the other: people are told, and its end is watched.
alter table ledger add column watched_at timestamp(6) with time zone;
update ledger set watched_at = followed_up_at;
create index ledger_to_watch on ledger (watched_at, state);
-- what could not be drawn comes after what nobody has tried
create table consequence_failing (
    action_id     uuid        not null references ledger (action_id),
    part          varchar(20) not null,
    failing_since timestamp(6) with time zone not null,
    looked_at     timestamp(6) with time zone not null,
    primary key (action_id, part)
);
