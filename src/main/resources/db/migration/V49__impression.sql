-- What a request's words say besides what it is about: words of closed lists, beside those for sentiment and language, and none of the
-- text itself. Of tickets from before nobody knows, and what nobody knows asks a person.
alter table ticket add column frustrated boolean;
alter table ticket add column said_urgency varchar(20);
alter table ticket add column names_other boolean;
alter table ticket add column second_request boolean;
alter table ticket add column second_category varchar(50);
alter table ticket add column machine_signs varchar(500); -- what makes it look as if it spoke to a machine, separated by line feeds
