package org.deskwright.portal;

import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;

/**
 * A ticket's status in two or three plain words.
 *
 * @param tone colour: {@code waiting} (somebody else acts), {@code yours} (the requester acts), {@code good},
 *             {@code bad}, {@code quiet}
 */
record Badge(String text, String tone) {

    private static final Badge TAKEN_BACK = new Badge("Taken back", "quiet");

    /** @param takenBack what was done was taken back since */
    static Badge of(Ticket ticket, boolean takenBack) {
        return takenBack ? TAKEN_BACK : of(ticket);
    }

    static Badge of(Ticket ticket) {
        return ticket.isClosed() && ticket.closureCode() != null ? closed(ticket) : of(ticket.status());
    }

    static Badge of(TicketStatus status) {
        return switch (status) {
            case RECEIVED -> new Badge("Received", "waiting");
            case IN_TRIAGE -> new Badge("Being read", "waiting");
            case IN_REVIEW -> new Badge("With a person", "waiting");
            case IN_PROGRESS -> new Badge("Being worked on", "waiting");
            case AWAITING_REQUESTER -> new Badge("Waiting for you", "yours");
            case RESOLVED -> new Badge("Solved? Tell us", "yours");
            case ESCALATED -> new Badge("With specialists", "waiting");
            case CLOSED -> new Badge("Closed", "quiet");
        };
    }

    /** The same for the people of the desk, for whom "you" is somebody else. */
    static Badge forStaff(Ticket ticket, boolean takenBack) {
        return takenBack ? TAKEN_BACK : switch (ticket.status()) {
            case IN_REVIEW -> new Badge("In review", "yours");
            case ESCALATED -> new Badge("Escalated", "bad");
            case AWAITING_REQUESTER -> new Badge("Waiting for requester", "waiting");
            case RESOLVED -> new Badge("Resolved", "good");
            default -> of(ticket);
        };
    }

    private static Badge closed(Ticket ticket) {
        return switch (ticket.closureCode()) {
            case AUTOMATIC, PERSON -> new Badge("Solved", "good");
            case DECLINED -> new Badge("Declined", "bad");
            case WITHDRAWN -> new Badge("Withdrawn", "quiet");
            case NO_ANSWER -> new Badge("Closed", "quiet");
        };
    }
}
