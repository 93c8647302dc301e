package org.deskwright.portal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.deskwright.governance.RevocationSettings;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may see and say what: requesters on their own tickets, staff see all. */
@Component
class Viewer {

    private final Tickets tickets;
    private final Set<String> staff;

    Viewer(Tickets tickets, Taxonomy taxonomy, RevocationSettings revocation) {
        this.tickets = tickets;
        this.staff = Stream.concat(taxonomy.staffGroups().stream(), revocation.entitled().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Who works a queue, and who may take back what was done: one cannot do that without seeing it. */
    boolean isStaff(Authentication who) {
        return who.getAuthorities().stream().anyMatch(authority -> authority.getAuthority().startsWith(DirectoryAuthentication.GROUP)
                && staff.contains(authority.getAuthority().substring(DirectoryAuthentication.GROUP.length())));
    }

    /**
     * @throws NotYours                                if it is somebody else's and the viewer is not staff
     * @throws org.deskwright.ticket.UnknownTicket     if there is none
     */
    Ticket see(String number, Authentication who) {
        Ticket ticket = tickets.get(number);
        if (!ticket.isOf(who.getName()) && !isStaff(who)) {
            throw new NotYours(number + " is not your request");
        }
        return ticket;
    }

    /**
     * Only the requester confirms, and withdraws.
     *
     * @throws NotYours for everybody else
     */
    Ticket answer(String number, Authentication who) {
        Ticket ticket = see(number, who);
        if (!ticket.isOf(who.getName())) {
            throw new NotYours("Only the requester of %s can answer here; staff work on it in Tasklist".formatted(number));
        }
        return ticket;
    }

    /** @throws NotYours if they are neither security nor desk-admins */
    void requireAutomation(Authentication who) {
        if (!SignedIn.of(who, false).setsAutomation()) {
            throw new NotYours("Automation is set by the groups security and desk-admins");
        }
    }

    /** @throws NotYours if they are neither auditors nor security */
    void requireRecord(Authentication who) {
        if (!SignedIn.of(who, false).readsRecord()) {
            throw new NotYours("The record is read by the groups auditors and security");
        }
    }

    /**
     * What the record says of a ticket is for those who read the record, and for those who work on the ticket.
     *
     * @throws NotYours                                for everybody else, the requester among them
     * @throws org.deskwright.ticket.UnknownTicket     if there is none
     */
    void requireStory(String number, Authentication who) {
        SignedIn reader = SignedIn.of(who, isStaff(who));
        if (!reader.readsRecord() && (!reader.usesTasklist() || tickets.get(number).isOf(who.getName()))) {
            throw new NotYours("What the record says of %s is for auditors, for security, and for those who work on it".formatted(number));
        }
    }

    /** @throws NotYours if they are no staff */
    void requireStaff(Authentication who) {
        if (!isStaff(who)) {
            throw new NotYours("This page is for the people of the service desk");
        }
    }

    /**
     * What staff need to decide; nobody decides on their own request.
     *
     * @throws NotYours if they are no staff, or it is their own
     */
    Ticket work(String number, Authentication who) {
        requireStaff(who);
        Ticket ticket = tickets.get(number);
        if (ticket.isOf(who.getName())) {
            throw new NotYours(number + " is your own request: somebody else has to decide on it");
        }
        return ticket;
    }
}
