-- The desk runs as a user who can use its own tables, and only add to the record and read it.
create user if not exists ${app_user} password '';
grant select, insert, update, delete on schema public to ${app_user};
grant select, insert on schema record to ${app_user};

create trigger record.entry_stays before update on record.entry for each row call "org.deskwright.audit.AppendOnly";
create trigger record.entry_is_kept before delete on record.entry for each row call "org.deskwright.audit.PrunedOnly";
create trigger record.seal_stays before update, delete on record.seal for each row call "org.deskwright.audit.AppendOnly";
create trigger record.subtree_stays before update, delete on record.subtree for each row call "org.deskwright.audit.AppendOnly";
create trigger record.checkpoint_stays before update, delete on record.checkpoint for each row call "org.deskwright.audit.AppendOnly";
create trigger record.pruning_stays before update, delete on record.pruning for each row call "org.deskwright.audit.AppendOnly";
