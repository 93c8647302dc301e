-- What is about one group keeps nobody from another: what may be under way is reserved with its group, too.
update ledger set outstanding = outstanding || ' ' || (
    select substring(parameters from position('"group":"' in parameters) + 9
        for position('"' in substring(parameters from position('"group":"' in parameters) + 9)) - 1)
    from action_plan where id = ledger.action_id)
where outstanding is not null and action_id in (select id from action_plan where parameters like '%"group":"%');
