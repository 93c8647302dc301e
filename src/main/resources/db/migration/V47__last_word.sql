-- Of several answers the last one counts: it stands with the ticket.
alter table unheard drop column solved;
-- Incidents of which people are to be mailed: who they are, the directory says, and it may be away.
create table alert (
    ticket_number varchar(20)  primary key references ticket (number),
    what          varchar(500) not null
);
