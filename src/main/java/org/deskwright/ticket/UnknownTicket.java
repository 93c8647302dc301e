package org.deskwright.ticket;

/** There is no ticket of this number. */
public class UnknownTicket extends RuntimeException {

    public UnknownTicket(String number) {
        super("There is no ticket " + number);
    }
}
