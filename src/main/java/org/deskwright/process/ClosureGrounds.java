package org.deskwright.process;

import org.deskwright.resolution.Served;
import org.deskwright.review.Outcome;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** A closure code says what happened: a diagram proposes one, and what the requester, people and the ledger said has to bear it out. */
@Component
class ClosureGrounds {

    private final Tickets tickets;
    private final Verdicts verdicts;
    private final Served served;

    ClosureGrounds(Tickets tickets, Verdicts verdicts, Served served) {
        this.tickets = tickets;
        this.verdicts = verdicts;
        this.served = served;
    }

    /** @throws IllegalStateException if it is not so, which stands in Cockpit then */
    void check(String number, ClosureCode code) {
        switch (code) {
            case AUTOMATIC -> require(served.isSolved(number), "Nothing that the desk did has solved", number, code);
            case PERSON -> require(verdicts.lastWork(number).isPresent(), "Nothing that a person says they did has solved", number, code);
            case DECLINED -> require(verdicts.lastText(number, Outcome.DECLINE).isPresent(), "Nobody has declined", number, code);
            case WITHDRAWN -> require(tickets.withdrawnBy(number).isPresent(), "Nobody has withdrawn", number, code);
            case NO_ANSWER -> require(tickets.isUnanswered(number), "Nobody owes an answer on", number, code);
        }
    }

    private static void require(boolean so, String otherwise, String number, ClosureCode code) {
        if (!so) {
            throw new IllegalStateException("%s %s, so it cannot be closed as %s: please choose another closure code".formatted(otherwise, number, code.word()));
        }
    }
}
