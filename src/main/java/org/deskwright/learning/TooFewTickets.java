package org.deskwright.learning;

/** There are too few tickets on which a new model could show that it is better. */
public final class TooFewTickets extends Unlearnable {

    private static final long serialVersionUID = 1L;

    TooFewTickets(int tickets, int needed) {
        super("not yet: %,d more closed tickets of which a person or the requester confirmed what they were about. There are %,d to compare on, and it takes %,d"
                .formatted(needed - tickets, tickets, needed));
    }
}
