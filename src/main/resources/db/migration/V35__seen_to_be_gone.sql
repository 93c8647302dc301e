-- When the target showed that what had been given was gone. Of what was taken back by hand before this nobody knows.
alter table ledger add column gone_at timestamp(6) with time zone;
update ledger set gone_at = changed_at where state = 'revoked' and kept_by is null and evidence not like 'By hand%';
