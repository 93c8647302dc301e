-- What the ticket was about when the action was planned, and when people were asked: their word and its confidence are for
-- that category alone. Of older rows nobody knows, so their plans go to people, and what was asked is named anew, not approved.
alter table action_plan add column category varchar(50);
alter table review_request add column category varchar(50);
