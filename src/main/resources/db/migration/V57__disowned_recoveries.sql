-- An incident is nobody's request, least of all of whoever holds the account that it is about.
alter table ticket add column disowned_action uuid;
update ticket set disowned_action = cast(substring(source_key from 10 for 36) as uuid), requester = null where source_key like 'disowned:%';
create index ticket_disowned_action on ticket (disowned_action);
