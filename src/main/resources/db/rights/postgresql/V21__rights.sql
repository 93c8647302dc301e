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
create function record.pruned_only() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from record.seal where entry_id = old.id and leaf_index < (select max(up_to) from record.pruning)) then
        raise exception 'The record is only added to: this entry is to be kept' using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;
create trigger entry_stays before update or truncate on record.entry execute function record.append_only();
create trigger entry_is_kept before delete on record.entry for each row execute function record.pruned_only();
create trigger pruning_stays before update or delete or truncate on record.pruning execute function record.append_only();
create trigger seal_stays before update or delete or truncate on record.seal execute function record.append_only();
create trigger subtree_stays before update or delete or truncate on record.subtree execute function record.append_only();
create trigger checkpoint_stays before update or delete or truncate on record.checkpoint execute function record.append_only();
