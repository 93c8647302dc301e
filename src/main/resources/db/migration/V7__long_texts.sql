-- What people wrote is shown whole, and a sender may have a long address.
alter table timeline alter column what set data type text;
alter table timeline alter column who set data type varchar(320);
