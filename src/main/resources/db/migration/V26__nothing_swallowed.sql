-- A demand that nothing carries is found: carried again, or given to people.
alter table revocation add column looked_at timestamp(6) with time zone;
update revocation set looked_at = demanded_at;
alter table revocation alter column looked_at set not null;
alter table revocation add column handed_over_at timestamp(6) with time zone;

-- What still gives what a grant gave that was taken back: another ticket, or 'before' if they had it anyway.
alter table ledger add column kept_by varchar(20);
