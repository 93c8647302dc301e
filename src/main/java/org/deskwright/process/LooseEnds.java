package org.deskwright.process;

import java.util.UUID;
import java.util.function.Consumer;

import org.deskwright.governance.OpenDemands;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocation;
import org.deskwright.resolution.TakeBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is to be taken back stands in the database; that a process goes on with it is not believed but looked after. A demand
 * that nothing carries any more is begun again, and goes to people if that leads nowhere; a grant whose time is over is
 * demanded back, whatever became of the timer that watched it.
 */
@Component
class LooseEnds {

    private static final Logger LOG = LoggerFactory.getLogger(LooseEnds.class);

    private final OpenDemands open;
    private final RevocationProcess process;
    private final TakeBack takeBack;
    private final Plans plans;
    private final Incidents incidents;
    private final TransactionOperations transaction;

    LooseEnds(OpenDemands open, RevocationProcess process, TakeBack takeBack, Plans plans, Incidents incidents, TransactionOperations transaction) {
        this.open = open;
        this.process = process;
        this.takeBack = takeBack;
        this.plans = plans;
        this.incidents = incidents;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "${desk.follow-up-every:5s}", fixedDelayString = "${desk.follow-up-every:5s}")
    void run() {
        open.due().forEach(demand -> {
            if (!looked(demand, this::goOn)) {
                looked(demand, this::toIncident);
            }
        });
        takeBack.overdue().forEach(this::expire);
    }

    private void expire(UUID grant) {
        try {
            takeBack.expire(grant);
        } catch (RuntimeException later) {
            LOG.warn("The grant {} has run out and could not be demanded back: {}", grant, later.toString());
        }
    }

    /** @return {@code false} if it failed, and nothing of it was done */
    private boolean looked(Revocation demand, Consumer<Revocation> step) {
        try {
            transaction.executeWithoutResult(status -> {
                if (open.look(demand)) {
                    step.accept(demand);
                }
            });
            return true;
        } catch (RuntimeException impossible) {
            LOG.warn("The demand {} could not be gone on with: {}", demand.id(), impossible.toString());
            return false;
        }
    }

    private void goOn(Revocation demand) {
        if (!process.exists(demand.action())) {
            process.begin(demand.action(), demand.ticket());
        }
        if (process.moves(demand.action())) {
            return;
        }
        if (process.askPeople(demand.action(), demand.ticket())) {
            open.handOver(demand, "The process that was to do it goes no further.");
        } else {
            toIncident(demand);
        }
    }

    private void toIncident(Revocation demand) {
        incidents.notTakenBack(demand, plans.get(demand.action()));
        open.handOver(demand, "The desk has no process that could do it.");
    }
}
