-- Whether a kept text opens as what it is and nothing else. Those of versions that did not bind them are bound at the next start.
alter table kept_text add column bound boolean default false not null;
