package org.deskwright.portal;

import org.deskwright.identity.Directory;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Reader;
import org.deskwright.ticket.Readers;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may see and say what, on the pages as over the API. */
@Component
class Viewer {

    private final Tickets tickets;
    private final Readers readers;
    private final Directory directory;

    Viewer(Tickets tickets, Readers readers, Directory directory) {
        this.directory = directory;
        this.tickets = tickets;
        this.readers = readers;
    }

    Reader reader(Authentication who) {
        return readers.of(who.getName(), SignedIn.groups(who));
    }

    /** Whether other people's requests are theirs to work on; which ones, {@link #see} says. */
    boolean isStaff(Authentication who) {
        return reader(who).isStaff();
    }

    /**
     * @throws NotYours                                if it is somebody else's and not theirs to read
     * @throws org.deskwright.ticket.UnknownTicket     if there is none
     */
    Ticket see(String number, Authentication who) {
        Ticket ticket = tickets.get(number);
        if (!ticket.isOf(who.getName()) && !readers.mayRead(reader(who), number)) {
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

    /** @throws NotYours if they are neither security nor desk-admins */
    void requireModels(Authentication who) {
        if (!SignedIn.of(who, false).setsAutomation()) {
            throw new NotYours("With which model the classifier answers is a matter of the groups security and desk-admins");
        }
    }

    /**
     * What lets the desk do more is for those who are in these groups now, whatever they were when they signed in. It can be
     * made to do less whatever the directory does.
     *
     * @throws NotYours                                      if they are neither security nor desk-admins any more
     * @throws org.deskwright.identity.DirectoryUnavailable  if nobody can say
     */
    void requireAutomation(Authentication who, boolean less) {
        requireAutomation(who);
        if (!less && directory.byLogin(who.getName()).filter(Person::enabled).filter(person -> SignedIn.setAutomation(person.groups())).isEmpty()) {
            throw new NotYours("Automation is set by the groups security and desk-admins, and you are in neither any more");
        }
    }

    /** @throws NotYours if they are neither auditors nor security */
    void requireRecord(Authentication who) {
        if (!SignedIn.of(who, false).readsRecord()) {
            throw new NotYours("The record is read by the groups auditors and security");
        }
    }

    /** @throws NotYours if they are not of security */
    void requireErasure(Authentication who) {
        if (!SignedIn.of(who, false).forgets()) {
            throw new NotYours("The record forgets people on the word of the group security");
        }
    }

    /**
     * What the record says of a ticket is for those who read the record, and for those who work on the ticket.
     *
     * @throws NotYours                                for everybody else, the requester among them
     * @throws org.deskwright.ticket.UnknownTicket     if there is none
     */
    void requireStory(String number, Authentication who) {
        if (!SignedIn.of(who, false).readsRecord() && !readers.mayWorkOn(reader(who), tickets.get(number))) {
            throw new NotYours("What the record says of %s is for auditors, for security, and for those who work on it".formatted(number));
        }
    }

    /** @throws NotYours if they are no staff */
    void requireStaff(Authentication who) {
        if (!isStaff(who)) {
            throw new NotYours("This page is for the people of the service desk");
        }
    }

    /** @throws NotYours if there are tickets that they may not read */
    void requireEverything(Authentication who) {
        if (!reader(who).everything()) {
            throw new NotYours("This page is for those who read all requests");
        }
    }

    /**
     * What staff need to decide; nobody decides on their own request.
     *
     * @throws NotYours if they may not read it, or it is their own
     */
    Ticket work(String number, Authentication who) {
        requireStaff(who);
        Ticket ticket = see(number, who);
        if (ticket.isOf(who.getName())) {
            throw new NotYours(number + " is your own request: somebody else has to decide on it");
        }
        return ticket;
    }
}
