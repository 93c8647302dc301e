package org.deskwright.process;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes what was said to the process of a ticket, when it is stored: what people say stands, whatever a diagram does with it.
 * What could not be told is told later.
 */
@Component
class Messenger {

    /** The request itself; no diagram waits for it, for it begins one. */
    static final String RECEIVED = "Request received";
    static final String WITHDRAWN = "Request withdrawn";
    static final String CONFIRMED = "Confirmation received";
    static final String PASSWORD_CHOSEN = "Password chosen";
    /** For a step that waits for those who take their time; it is signalled, and no diagram names it. */
    static final String READ = "Request read";
    private static final String REPLY = "Reply received";

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);

    private final Unheard unheard;
    private final Hearing hearing;
    private final Incidents incidents;
    private final Transactions transactions;

    Messenger(Unheard unheard, Hearing hearing, Incidents incidents, Transactions transactions) {
        this.unheard = unheard;
        this.hearing = hearing;
        this.incidents = incidents;
        this.transactions = transactions;
    }

    /** In the transaction of what happened. Whoever commits that finds the process told, if it can hear. */
    void say(String message, String number) {
        tellLater(unheard.keep(message, number, null));
    }

    void reply(String number, UUID reply) {
        tellLater(unheard.keep(REPLY, number, reply));
    }

    /** Whether something of this is stored that the process has not heard yet. */
    boolean isToSay(String message, String number) {
        return unheard.has(message, number);
    }

    private void tellLater(Unheard.Saying said) {
        transactions.afterCommit(() -> tell(said));
    }

    @Scheduled(initialDelayString = "${desk.follow-up-every:5s}", fixedDelayString = "${desk.follow-up-every:5s}")
    void run() {
        unheard.due().forEach(this::tell);
    }

    private void tell(Unheard.Saying said) {
        try {
            if (!hearing.hear(said)) {
                unheard.waits(said);
            }
        } catch (RuntimeException later) {
            LOG.warn("The process of {} could not be told \"{}\": {}", said.ticket(), said.message(), later.toString());
            if (unheard.failed(said)) {
                raise(said);
            }
        }
    }

    /** Nobody is told of a password that was chosen: it is in force, and whoever gets the ticket in its place reads so. */
    private void raise(Unheard.Saying said) {
        switch (said.message()) {
            case WITHDRAWN -> incidents.withdrawalUnheard(said.ticket());
            case RECEIVED -> unheard.first(RECEIVED).ifPresent(incidents::notBegun);
            case CONFIRMED -> {
                if (!isGivenUp(said)) {
                    incidents.answerUnheard(said.ticket(), said.id());
                }
            }
            case READ -> incidents.notRead(said.ticket(), said.id());
            case REPLY -> unheard.oldest(REPLY, said.ticket()).ifPresent(reply -> incidents.answerUnheard(said.ticket(), reply));
            default -> { }
        }
    }

    private boolean isGivenUp(Unheard.Saying said) {
        try {
            return hearing.giveUp(said);
        } catch (RuntimeException failsToo) {
            LOG.warn("The request {}, which is not solved, could not be given to people: {}", said.ticket(), failsToo.toString());
            return false;
        }
    }
}
