package org.deskwright.portal;

import org.deskwright.ticket.Staff;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may see and say what: requesters on their own tickets, staff see all. */
@Component
class Viewer {

    private final Tickets tickets;
    private final Staff staff;

    Viewer(Tickets tickets, Staff staff) {
        this.tickets = tickets;
        this.staff = staff;
    }

    boolean isStaff(Authentication who) {
        return who.getAuthorities().stream().anyMatch(authority -> authority.getAuthority().startsWith(DirectoryAuthentication.GROUP)
                && staff.isGroup(authority.getAuthority().substring(DirectoryAuthentication.GROUP.length())));
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
