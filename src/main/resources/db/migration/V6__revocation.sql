-- What is taken back, by whom and why: the only thing besides a gate's AUTO and an approval that clears an action.
create table revocation (
    id            uuid          primary key,
    action_id     uuid          not null unique references action_plan (id), -- what is taken back: once
    ticket_number varchar(20)   not null references ticket (number),
    basis         varchar(20)   not null, -- DEMAND of a person, or EXPIRY of a grant
    demanded_by   varchar(100)  not null,
    reason        varchar(1000) not null,
    demanded_at   timestamp(6) with time zone not null
);

-- When a grant ends: stored as it is confirmed, so that no later change of the entitlement moves it.
alter table ledger add column expires_at timestamp(6) with time zone;
-- What follows from a confirmed action (telling people, watching the clock) has been begun.
alter table ledger add column followed_up_at timestamp(6) with time zone;
update ledger set followed_up_at = changed_at where state in ('confirmed', 'revoked');
create index ledger_to_follow_up on ledger (followed_up_at, state);

-- Links with which people say that a recovery was not theirs. Only a hash of each token is kept.
create table disavowal (
    action_id     uuid          primary key references action_plan (id),
    token_hash    varchar(64)   not null unique,
    ticket_number varchar(20)   not null references ticket (number),
    login         varchar(100)  not null,
    issued_at     timestamp(6) with time zone not null,
    expires_at    timestamp(6) with time zone not null,
    used_at       timestamp(6) with time zone
);

-- A text that carries a secret is not kept once it is with the carrier.
alter table message add column secret boolean not null default false;
