package org.deskwright.process;

import java.util.Map;

import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The process of a ticket hears what was said to it: once, whoever tells it, and all that comes of it or nothing. */
@Component
@Retryable(retryFor = ConcurrencyFailureException.class, maxAttempts = 5)
@Transactional
class Hearing {

    private final Unheard unheard;
    private final Correlation correlation;
    private final MainProcess process;
    private final Tickets tickets;

    Hearing(Unheard unheard, Correlation correlation, MainProcess process, Tickets tickets) {
        this.unheard = unheard;
        this.correlation = correlation;
        this.process = process;
        this.tickets = tickets;
    }

    /**
     * Where no step waits for it, that is all; but what was withdrawn then goes to people.
     *
     * @return {@code false} while the process is halted: it has heard nothing
     */
    public boolean hear(Unheard.Saying said) {
        String number = said.ticket();
        tickets.hold(number);
        Ticket ticket = tickets.get(number);
        if (!ticket.isClosed() && correlation.isHalted(said.message(), number)) {
            return false;
        }
        if (unheard.beginTelling(said) && !ticket.isClosed()) {
            Correlation.translating(() -> tell(said));
        }
        return true;
    }

    private void tell(Unheard.Saying said) {
        String message = said.message();
        String number = said.ticket();
        if (message.equals(Messenger.RECEIVED)) {
            process.beginOnce(number);
            return;
        }
        process.ensure(number);
        boolean heard = said.solved() == null ? correlation.correlate(message, number, Map.of(), () -> { }) : correlation.confirm(message, number, said.solved());
        if (!heard && message.equals(Messenger.WITHDRAWN)) {
            process.toPeople(number);
        }
    }
}
