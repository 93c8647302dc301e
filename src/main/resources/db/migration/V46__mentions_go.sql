-- What an entry is found by goes with it: here what was left of those that went before that was so.
delete from record_mention where not exists (select 1 from record.entry e where e.id = record_mention.entry_id);
delete from record_index where not exists (select 1 from record.entry e where e.id = record_index.entry_id);
