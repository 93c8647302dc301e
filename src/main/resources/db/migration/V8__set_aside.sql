-- Why a mail was set aside, for the people who look through them.
alter table message add column why varchar(1000);
update message set why = case when automatic then 'A machine wrote it' else 'Nobody vouches for its sender, or somebody else wrote it' end
    where state = 'set-aside';
create index message_by_state on message (state, created_at);
