-- A task that asked people about the demand ended, and nobody had answered: it goes to people another way.
alter table revocation add column dropped_at timestamp(6) with time zone;
