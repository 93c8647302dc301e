package org.deskwright.process;

import java.util.Map;
import java.util.Optional;

import org.deskwright.correspondence.Conversation;
import org.deskwright.governance.Gate;
import org.deskwright.identity.IdentityProvider;
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
    private final Conversation conversation;

    Hearing(Unheard unheard, Correlation correlation, MainProcess process, Tickets tickets, Conversation conversation) {
        this.conversation = conversation;
        this.unheard = unheard;
        this.correlation = correlation;
        this.process = process;
        this.tickets = tickets;
    }

    /**
     * Where no step waits for it, that is all; but what is withdrawn, or not solved, then goes to people.
     *
     * @return {@code false} while the process is halted, or does not wait for it yet: it has heard nothing
     */
    public boolean hear(Unheard.Saying said) {
        String number = said.ticket();
        tickets.hold(number);
        Ticket ticket = tickets.get(number);
        if (!ticket.isClosed() && (correlation.isHalted(said.message(), number) || isEarly(said))) {
            return false;
        }
        if (unheard.beginTelling(said) && !ticket.isClosed()) {
            Correlation.translating(() -> tell(said));
        }
        return true;
    }

    /** A link is in the mail before the step that sent it has ended, and the node on which it ran may be gone. */
    private boolean isEarly(Unheard.Saying said) {
        return said.message().equals(Messenger.PASSWORD_CHOSEN) && !unheard.isOlderThan(IdentityProvider.LINK_LIFETIME, said)
                && !process.isMissing(said.ticket()) && !correlation.isAwaited(said.message(), said.ticket());
    }

    private void tell(Unheard.Saying said) {
        String message = said.message();
        String number = said.ticket();
        if (message.equals(Messenger.RECEIVED)) {
            process.beginOnce(number);
            return;
        }
        process.ensure(number);
        Map<String, Object> variables = said.solved() == null ? Map.of() : Messenger.answered(said.solved());
        if (!correlation.correlate(message, number, variables, () -> Optional.ofNullable(said.reply()).ifPresent(conversation::tell))) {
            unheeded(message, number);
        }
    }

    /** Once: who has it already is not given it anew. */
    private void unheeded(String message, String number) {
        if (message.equals(Messenger.WITHDRAWN) && !tickets.get(number).reasons().contains(Gate.WITHDRAWN)) {
            process.toPeople(number, "The request was withdrawn, and no step of it listens");
        } else if (message.equals(Messenger.CONFIRMED) && !tickets.answerOf(number).orElse(true)) {
            process.toPeople(number, "The request is not solved, and no step of it listens");
        }
    }
}
