-- What the ticket was about when the action was planned: the plan's confidence is for that category alone. Of older plans nobody
-- knows, so they go to people when the gate is asked.
alter table action_plan add column category varchar(50);
