-- Nobody decides in another's place: an assignee or an owner of a task, which people could write, gave nobody that right.

alter table verdict drop constraint nobody_is_stood_in_for_twice;
alter table verdict drop constraint nobody_is_stood_in_for_on_their_own_request;
alter table verdict drop constraint nobody_decides_what_they_get;
alter table verdict drop column stands_for;
alter table verdict add constraint nobody_decides_what_they_get check (beneficiary is null or decided_by <> beneficiary);
