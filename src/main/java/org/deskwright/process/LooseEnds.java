package org.deskwright.process;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.deskwright.governance.OpenDemands;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocation;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.DemandedAsWell;
import org.deskwright.resolution.RevocationDemanded;
import org.deskwright.resolution.TakeBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is to be taken back stands in the database; that a process goes on with it is not believed but looked after. A demand
 * that nothing carries any more is begun again, and goes to people if that leads nowhere, or takes too long; a grant whose time is over is
 * demanded back, whatever became of the timer that watched it, and what is left of a withdrawn request is, too.
 */
@Component
class LooseEnds {

    private static final String STUCK = "The process that was to do it does not get there.";
    private static final Logger LOG = LoggerFactory.getLogger(LooseEnds.class);

    private final OpenDemands open;
    private final RevocationProcess process;
    private final TakeBack takeBack;
    private final Plans plans;
    private final Actions actions;
    private final Incidents incidents;
    private final TransactionOperations transaction;
    private final Transactions transactions;

    LooseEnds(OpenDemands open, RevocationProcess process, TakeBack takeBack, Plans plans, Actions actions, Incidents incidents,
              TransactionOperations transaction, Transactions transactions) {
        this.transactions = transactions;
        this.open = open;
        this.process = process;
        this.takeBack = takeBack;
        this.plans = plans;
        this.actions = actions;
        this.incidents = incidents;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "${desk.follow-up-every:5s}", fixedDelayString = "${desk.follow-up-every:5s}")
    void run() {
        open.due().forEach(demand -> {
            if (!attempted(demand, unlessSeen(this::goOn))) {
                attempted(demand, unlessSeen(this::toIncident));
            }
        });
        takeBack.overdue().forEach(this::expire);
        takeBack.unneeded().forEach(this::withdraw);
    }

    /** The process goes on beside the ticket's own, also when that has ended. The demand stands, whatever becomes of it. */
    @EventListener
    void on(RevocationDemanded event) {
        transactions.afterCommit(() -> transaction.executeWithoutResult(status -> {
            if (open.begin(event.actionId())) {
                process.begin(event.actionId(), event.ticket());
            }
        }));
    }

    /** What people answer where they were asked before is no answer to this one: they are asked anew. */
    @EventListener
    void on(DemandedAsWell event) {
        transactions.afterCommit(() -> {
            if (process.asksPeople(event.demand().action()) && !attempted(event.demand(), demand -> toPeople(demand, "Somebody else demands it, too."))) {
                attempted(event.demand(), this::toIncident);
            }
        });
    }

    private void expire(UUID grant) {
        try {
            takeBack.expire(grant);
        } catch (RuntimeException later) {
            LOG.warn("The grant {} has run out and could not be demanded back: {}", grant, later.toString());
        }
    }

    private void withdraw(String ticket) {
        try {
            takeBack.withdraw(ticket);
        } catch (RuntimeException later) {
            LOG.warn("What was done for {}, which is withdrawn, could not be demanded back: {}", ticket, later.toString());
        }
    }

    /** @return {@code false} if it failed, and nothing of it was done; what goes on at this very moment is looked at again */
    private boolean attempted(Revocation demand, Consumer<Revocation> step) {
        try {
            transaction.executeWithoutResult(status -> step.accept(demand));
            return true;
        } catch (OptimisticLockingException goesOn) {
            return true;
        } catch (RuntimeException impossible) {
            LOG.warn("The demand {} could not be gone on with: {}", demand.id(), impossible.toString());
            return false;
        }
    }

    private Consumer<Revocation> unlessSeen(Consumer<Revocation> step) {
        return demand -> {
            if (open.look(demand)) {
                step.accept(demand);
            }
        };
    }

    private void goOn(Revocation demand) {
        UUID action = demand.action();
        if (open.isDropped(demand)) {
            toIncident(demand);
            return;
        }
        if (process.isWithPeople(action, null) || actions.isBeingTakenBack(action)) {
            return;
        }
        boolean exists = process.exists(action);
        if (open.isLate(demand) && (exists || !open.isHandedOver(demand))) {
            toPeople(demand, STUCK);
            return;
        }
        if (!exists) {
            process.begin(action, demand.ticket());
        }
        if (!process.moves(action)) {
            toPeople(demand, STUCK);
        }
    }

    /** What was to do it ends: it would else do it beside them, or keep a later try from beginning. */
    private void toPeople(Revocation demand, String why) {
        Optional<String> asking = process.askPeople(demand.action(), demand.ticket()).filter(process::asksAGroup);
        if (asking.isPresent()) {
            open.handOver(demand, why);
        } else {
            toIncident(demand);
        }
        process.endOthers(demand.action(), asking.orElse(null), "People have it now");
    }

    private void toIncident(Revocation demand) {
        incidents.notTakenBack(demand, plans.get(demand.action()));
        open.handOver(demand, "The desk has no process that could do it.");
    }
}
