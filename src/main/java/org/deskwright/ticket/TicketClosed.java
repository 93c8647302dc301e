package org.deskwright.ticket;

/** The ticket is closed and takes nothing more. */
public class TicketClosed extends RuntimeException {

    public TicketClosed(String number) {
        super("%s is closed. Please file a new request and mention its number.".formatted(number));
    }
}
