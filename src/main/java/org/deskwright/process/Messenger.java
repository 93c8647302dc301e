package org.deskwright.process;

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

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);

    private final Unheard unheard;
    private final Hearing hearing;
    private final Incidents incidents;
    private final AfterCommit afterCommit;

    Messenger(Unheard unheard, Hearing hearing, Incidents incidents, AfterCommit afterCommit) {
        this.unheard = unheard;
        this.hearing = hearing;
        this.incidents = incidents;
        this.afterCommit = afterCommit;
    }

    /** In the transaction of what happened. Whoever commits that finds the process told, if it can hear. */
    void say(String message, String number) {
        say(message, number, null);
    }

    /** @param solved what they said of that; {@code null} if nothing */
    void say(String message, String number, Boolean solved) {
        Unheard.Saying said = unheard.keep(message, number, solved);
        afterCommit.then(() -> tell(said));
    }

    @Scheduled(initialDelayString = "${desk.follow-up-every:5s}", fixedDelayString = "${desk.follow-up-every:5s}")
    void run() {
        unheard.due().forEach(this::tell);
    }

    private void tell(Unheard.Saying said) {
        try {
            if (!hearing.hear(said)) {
                unheard.halted(said);
            }
        } catch (RuntimeException later) {
            LOG.warn("The process of {} could not be told \"{}\": {}", said.ticket(), said.message(), later.toString());
            if (unheard.failed(said) && said.message().equals(WITHDRAWN)) {
                incidents.withdrawalUnheard(said.ticket());
            }
        }
    }
}
