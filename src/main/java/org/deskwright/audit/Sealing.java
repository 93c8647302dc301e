package org.deskwright.audit;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals and signs, again and again. A record that does not continue what was signed is left as it was found. */
@Component
class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Sealer sealer;
    private final Notary notary;
    private final PersonKeys keys;
    private boolean compared;
    private boolean refused;

    Sealing(Sealer sealer, Notary notary, PersonKeys keys) {
        this.keys = keys;
        this.sealer = sealer;
        this.notary = notary;
    }

    @Scheduled(fixedDelayString = "${desk.record.seal-every:500ms}")
    synchronized void run() {
        if (refused) {
            return;
        }
        try {
            if (!compared) {
                notary.compare();
                compared = true;
            }
            sealer.sealAll();
        } catch (MalformedRecord broken) {
            refused = true;
            LOG.error("The record is not sealed any more: {}", broken.getMessage());
        }
    }

    /** A person whom another process has forgotten is forgotten here a minute later. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forgetKeys() {
        keys.lookAgain();
    }
}
