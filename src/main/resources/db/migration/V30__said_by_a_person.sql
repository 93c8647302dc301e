-- Which category a person said at a task, and when the desk took it over: once. Certain is what stands here, not what a diagram says.
alter table verdict add column category varchar(50);
alter table verdict add column category_taken_at timestamp(6) with time zone;

-- What the desk itself filed a ticket as.
alter table ticket add column filed_as varchar(50);
