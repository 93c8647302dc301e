-- A mail address of which nothing else is known has a key of its own, as a login has.
alter table person_key alter column login set data type varchar(320);
