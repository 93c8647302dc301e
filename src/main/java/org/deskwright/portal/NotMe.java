package org.deskwright.portal;

import java.util.Optional;

import org.deskwright.governance.RevocationRefused;
import org.deskwright.identity.Disavowals;
import org.deskwright.identity.Disavowals.Disavowal;
import org.deskwright.resolution.TakeBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Uses a link to disown a recovery: link, demand and incident are one transaction. */
@Component
@Retryable(retryFor = {ConcurrencyFailureException.class, DuplicateKeyException.class}, maxAttempts = 5)
class NotMe {

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

    /** @return {@code false} if the link was not open */
    @Transactional
    public boolean say(String secret) {
        Optional<Disavowal> disavowal = disavowals.use(secret);
        disavowal.ifPresent(it -> {
            try {
                takeBack.demand(it.actionId().toString(), it.login(), "This wasn't me");
            } catch (RevocationRefused nothing) {
                LOG.info("The recovery {} was disowned, and there is nothing to take back: {}", it.actionId(), nothing.getMessage());
            }
        });
        return disavowal.isPresent();
    }
}
