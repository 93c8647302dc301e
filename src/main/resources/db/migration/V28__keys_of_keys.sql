-- Which key in the file beside the signing key a person's is encrypted with; null: the one that comes from the signing key.
alter table person_key add column master uuid;
