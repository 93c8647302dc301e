package org.deskwright.process;

import java.util.Map;
import java.util.Optional;

import org.deskwright.correspondence.Conversation;
import org.deskwright.governance.Gate;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.ticket.OneAfterTheOther;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The process of a ticket hears what was said to it: once, whoever tells it, and all that comes of it or nothing, in a transaction of its own. */
@Component
@OneAfterTheOther
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Hearing {

    private final Unheard unheard;
    private final Correlation correlation;
    private final MainProcess process;
    private final Tickets tickets;
    private final Conversation conversation;
    private final WaitingSteps waiting;

    Hearing(Unheard unheard, Correlation correlation, MainProcess process, Tickets tickets, Conversation conversation, WaitingSteps waiting) {
        this.waiting = waiting;
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
        if (!ticket.isClosed() && (isHalted(said) || isEarly(said))) {
            return false;
        }
        if (unheard.beginTelling(said) && !ticket.isClosed()) {
            Correlation.translating(() -> tell(said));
        }
        return true;
    }

    private boolean isHalted(Unheard.Saying said) {
        return correlation.isHalted(said.message(), said.ticket()) || said.message().equals(Messenger.READ) && waiting.isHalted(said.ticket());
    }

    /** A link is in the mail before the step that sent it has ended, and the node on which it ran may be gone. */
    private boolean isEarly(Unheard.Saying said) {
        return said.message().equals(Messenger.PASSWORD_CHOSEN) && !unheard.isOlderThan(IdentityProvider.LINK_LIFETIME, said)
                && !process.isMissing(said.ticket()) && !correlation.isAwaited(said.message(), said.ticket());
    }

    /**
     * People see to what no process can be told: that it is not solved. Whatever works on it ends.
     *
     * @return {@code false} if they do not get it that way, as nothing works on it
     */
    public boolean giveUp(Unheard.Saying said) {
        String number = said.ticket();
        tickets.hold(number);
        if (tickets.answerOf(number).orElse(true)) {
            return true;
        }
        if (process.isMissing(number)) {
            return false;
        }
        if (unheard.beginTelling(said)) {
            process.toPeople(number, "The request is not solved, and its process fails when it is told so");
        }
        return true;
    }

    /** What else is said may be faster than the request itself. */
    private void tell(Unheard.Saying said) {
        String message = said.message();
        String number = said.ticket();
        if (message.equals(Messenger.RECEIVED) || unheard.beginTelling(Messenger.RECEIVED, number)) {
            process.beginOnce(number);
        } else {
            process.ensure(number);
        }
        if (message.equals(Messenger.READ)) {
            waiting.end(number);
        } else if (message.equals(Messenger.CONFIRMED)) {
            tickets.answerOf(number).ifPresent(solved -> answer(number, solved));
        } else if (!message.equals(Messenger.RECEIVED)) {
            boolean heeded = correlation.correlate(message, number, Map.of(), () -> Optional.ofNullable(said.reply()).ifPresent(conversation::tell));
            if (!heeded && message.equals(Messenger.WITHDRAWN) && !tickets.get(number).reasons().contains(Gate.WITHDRAWN)) { // once
                process.toPeople(number, "The request was withdrawn, and no step of it listens");
            }
        }
    }

    /** Their last word on what was done last; what they said of something before is over. */
    private void answer(String number, boolean solved) {
        if (!correlation.correlate(Messenger.CONFIRMED, number, Map.of(Variables.SOLVED.name(), solved), () -> { }) && !solved) {
            process.toPeople(number, "The request is not solved, and no step of it listens");
        }
    }
}
