package org.deskwright.resolution;

import java.util.Optional;

import org.deskwright.governance.RevocationRefused;
import org.deskwright.identity.Disavowals;
import org.deskwright.identity.Disavowals.Disavowal;
import org.deskwright.ticket.DisavowalReceived;
import org.deskwright.ticket.OneAfterTheOther;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody disowns the recovery of their account, with the link that they were sent or in an answer of theirs: what they
 * said, the demand and the incident are one transaction.
 */
@Component
@OneAfterTheOther
public class NotMe {

    private static final Logger LOG = LoggerFactory.getLogger(NotMe.class);

    private final Disavowals disavowals;
    private final TakeBack takeBack;

    NotMe(Disavowals disavowals, TakeBack takeBack) {
        this.disavowals = disavowals;
        this.takeBack = takeBack;
    }

    /** @return {@code null} if nobody knows this link */
    public Disavowals.State state(String secret) {
        return disavowals.find(secret).map(Disavowal::state).orElse(null);
    }

    /**
     * Said again it is heard again: whoever had the link may have said it before its owner.
     *
     * @return {@code false} if nobody knows the link, or it is too old
     */
    @Transactional
    public boolean say(String secret) {
        Optional<Disavowal> disavowal = disavowals.find(secret).filter(it -> it.state() != Disavowals.State.EXPIRED);
        disavowal.ifPresent(this::disown);
        return disavowal.isPresent();
    }

    @EventListener
    public void on(DisavowalReceived event) {
        disavowals.of(event.number()).forEach(this::disown);
    }

    private void disown(Disavowal disavowal) {
        disavowals.use(disavowal);
        try {
            takeBack.demand(disavowal.actionId().toString(), disavowal.login(), "This wasn't me");
        } catch (RevocationRefused nothing) {
            LOG.info("The recovery {} was disowned, and there is nothing to take back: {}", disavowal.actionId(), nothing.getMessage());
        }
    }
}
