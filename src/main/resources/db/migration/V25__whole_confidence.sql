-- What the performer itself said, and what the calibration of a planned action's confidence rests on.
alter table ticket add column confidence_raw double precision;
update ticket set confidence_raw = confidence;
alter table action_plan add column confidence_raw double precision;
alter table action_plan add column confidence_n integer default 0 not null;
alter table action_plan add column confidence_method varchar(50);
alter table action_plan add column confidence_data_hash varchar(64);
update action_plan set confidence_raw = confidence;
