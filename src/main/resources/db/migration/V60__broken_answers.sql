-- Whether a language model that was asked about a request ever gave an answer that breaks its form. Of tickets from before, the calls say so.
alter table ticket add column broken_answer boolean;
update ticket set broken_answer = exists (select 1 from model_call where model_call.ticket_number = ticket.number
    and model_call.step in ('classify', 'extract-slots', 'judge-sentiment') and model_call.outcome in ('unusable', 'malformed', 'too-large'))
where machine_signs is not null;

-- Whether the table of performers left some of its words to people to read.
alter table ticket add column left_to_people boolean;
update ticket set left_to_people = false where machine_signs is not null;
