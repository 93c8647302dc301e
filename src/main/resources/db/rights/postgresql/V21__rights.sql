-- The desk runs as a user who can use its own tables, and only add to the record and read it.
grant usage on schema public, record to ${app_user};
grant select, insert, update, delete on all tables in schema public to ${app_user};
grant usage, select on all sequences in schema public to ${app_user};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app_user};
alter default privileges in schema public grant usage, select on sequences to ${app_user};
grant select, insert on all tables in schema record to ${app_user};

create function record.append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The record is only added to: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger entry_stays before update or delete or truncate on record.entry execute function record.append_only();
create trigger seal_stays before update or delete or truncate on record.seal execute function record.append_only();
create trigger subtree_stays before update or delete or truncate on record.subtree execute function record.append_only();
create trigger checkpoint_stays before update or delete or truncate on record.checkpoint execute function record.append_only();
