-- When the requester answered whether it is solved: until then nobody has.
alter table ticket add column answered_at timestamp(6) with time zone;

-- When a password was chosen with the link of this action: until then nobody is told that one was.
alter table ledger add column password_chosen_at timestamp(6) with time zone;
update ledger set password_chosen_at = (select l.used_at from password_link l where l.action_id = ledger.action_id);
