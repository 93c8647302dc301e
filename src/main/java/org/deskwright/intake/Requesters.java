package org.deskwright.intake;

import java.util.Map;
import java.util.Optional;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Evidence;
import org.deskwright.identity.Identification;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.stereotype.Component;

/** Finds the directory person behind a request. */
@Component
public class Requesters {

    private final Directory directory;
    private final Identification identification;
    private final Tickets tickets;
    private final Timeline timeline;
    private final AuditLog audit;

    Requesters(Directory directory, Identification identification, Tickets tickets, Timeline timeline, AuditLog audit) {
        this.directory = directory;
        this.identification = identification;
        this.tickets = tickets;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** @return whether an enabled person of the directory was found */
    public boolean identify(Ticket ticket) {
        Optional<Person> person = (ticket.requester() != null ? directory.byLogin(ticket.requester())
                : ticket.sender() != null ? directory.byMail(ticket.sender()) : Optional.<Person>empty()).filter(Person::enabled);
        person.ifPresent(known -> {
            tickets.identify(ticket.number(), known.login());
            if (ticket.requester() == null && ticket.senderAuthenticated()) {
                identification.record(ticket.number(), known.login(), Evidence.MAIL_DMARC_PASS);
            }
        });
        timeline.note(ticket.number(), person.isEmpty() ? "The sender is nobody in the directory, or disabled"
                : "Requester: %s (%s)%s".formatted(person.get().name(), person.get().title(),
                        ticket.senderAuthenticated() ? "" : ", but the sender was not authenticated"), Timeline.DESK);
        audit.write(ticket.number(), "IDENTIFIED", Actor.performer("directory"), Map.of("requester", person.<Object>map(found -> Personal.login(found.login())).orElse(""),
                "senderAuthenticated", ticket.senderAuthenticated()));
        return person.isPresent();
    }
}
