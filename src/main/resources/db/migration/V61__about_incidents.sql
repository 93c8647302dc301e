-- What each of the desk's own incidents is about: the id of an action, or the number of a ticket. It is nobody's request; but whoever
-- that action, or that ticket, is about is forgotten with what was written on it.
alter table ticket add column about varchar(36);

-- Of incidents from before, their source says it, or else their subject, where that is kept.
update ticket set about = cast(disowned_action as varchar(36)) where disowned_action is not null;
update ticket set about = (select cast(action_id as varchar(36)) from revocation where cast(revocation.id as varchar(36)) = substring(ticket.source_key from 16))
    where source_key like 'not-taken-back:%';
update ticket set about = substring(source_key from char_length(source_key) - 35) where source_key like 'not-followed-up:%';
update ticket set about = substring(source_key from 20) where source_key like 'withdrawal-unheard:%';
update ticket set about = substring(source_key from 11) where source_key like 'not-begun:%';
update ticket set about = coalesce((select unheard.ticket_number from unheard where cast(unheard.id as varchar(36)) = substring(ticket.source_key from 16)),
    (select other.number from ticket other where other.number = substring(ticket.subject from 19)))
    where source_key like 'answer-unheard:%';
update ticket set about = coalesce((select unheard.ticket_number from unheard where cast(unheard.id as varchar(36)) = substring(ticket.source_key from 10)),
    (select other.number from ticket other where other.number = substring(ticket.subject from 25)))
    where source_key like 'not-read:%';
-- An incident about another one is about what that is about.
update ticket set about = (select other.about from ticket other where other.number = ticket.about)
    where exists (select 1 from ticket other where other.number = ticket.about and other.about is not null);

create index ticket_about on ticket (about);
drop index ticket_disowned_action;
alter table ticket drop column disowned_action;
