-- A demand that a person has answered is over, and another may follow it: an action has one in force. The table is made
-- anew, as the constraint that goes has another name in each database.
alter table revocation rename to revocation_once;
create table revocation (
    id             uuid          primary key,
    action_id      uuid          not null references action_plan (id),
    in_force       uuid          unique, -- the action, until somebody has decided that it stays
    left_by        varchar(100),         -- who has
    ticket_number  varchar(20)   not null references ticket (number),
    basis          varchar(20)   not null, -- DEMAND of a person, EXPIRY of a grant, WITHDRAWAL of a request
    demanded_by    varchar(100)  not null,
    reason         varchar(1000) not null,
    demanded_at    timestamp(6) with time zone not null,
    looked_at      timestamp(6) with time zone not null,
    handed_over_at timestamp(6) with time zone,
    tried_since    timestamp(6) with time zone not null -- since then the desk is at it
);
insert into revocation (id, action_id, left_by, ticket_number, basis, demanded_by, reason, demanded_at, looked_at, handed_over_at, tried_since)
    select r.id, r.action_id, (select max(v.decided_by) from verdict v where v.action_id = r.action_id and v.task = 'userTask_settleRevocation'
                               and v.outcome = 'decline' and v.decided_at > r.demanded_at),
           r.ticket_number, r.basis, r.demanded_by, r.reason, r.demanded_at, r.looked_at, r.handed_over_at, r.demanded_at
    from revocation_once r;
update revocation set in_force = action_id where left_by is null;
drop table revocation_once;
create index revocation_of_action on revocation (action_id);
