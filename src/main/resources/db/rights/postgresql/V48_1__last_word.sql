-- The last word counts: one that was taken back lets nothing go any more.
create or replace function record.pruned_only() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from record.seal where entry_id = old.id and leaf_index < (select up_to from record.pruning order by id desc limit 1)) then
        raise exception 'The record is only added to: this entry is to be kept' using errcode = 'insufficient_privilege';
    end if;
    return old;
end
$$;
