package org.deskwright.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.review.NotTheirsToDecide;
import org.deskwright.review.VerdictRefused;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.LearnedModel;
import org.deskwright.triage.LearnedModels;
import org.deskwright.triage.ModelProposed;
import org.deskwright.triage.ModelRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A model that beat the active one stands in the database; that people are asked about it is not believed but looked after:
 * as long as it waits, a process asks them, and one that was ended or could not begin begins anew. A later one asks until the
 * same day.
 */
@Component
class ModelAdoption {

    static final String KEY = "adopt-model";
    static final String TO_PEOPLE = "userTask_adoptModel";

    private static final Duration TAKEN_UP_WITHIN = Duration.ofDays(5);
    private static final Duration DECIDED_WITHIN = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(ModelAdoption.class);

    private final LearnedModels models;
    private final AdoptionTicket ticket;
    private final Tickets tickets;
    private final RuntimeService runtime;
    private final TransactionOperations transaction;
    private final Transactions transactions;

    ModelAdoption(LearnedModels models, AdoptionTicket ticket, Tickets tickets, @Lazy RuntimeService runtime, @Lazy TransactionOperations transaction,
                  @Lazy Transactions transactions) {
        this.models = models;
        this.ticket = ticket;
        this.tickets = tickets;
        this.runtime = runtime;
        this.transaction = transaction;
        this.transactions = transactions;
    }

    @EventListener
    void on(ModelProposed event) {
        transactions.afterCommit(this::run);
    }

    @Scheduled(initialDelayString = "${desk.follow-up-every:5s}", fixedDelayString = "${desk.follow-up-every:5s}")
    void run() {
        try {
            models.candidate().ifPresent(model -> transaction.executeWithoutResult(status -> ask(model)));
        } catch (RuntimeException later) {
            LOG.warn("People could not be asked about the new model, and are asked later: {}", later.toString());
        }
    }

    private void ask(LearnedModel model) {
        Instant responseDue = model.trainedAt().plus(TAKEN_UP_WITHIN);
        Instant resolutionDue = model.trainedAt().plus(DECIDED_WITHIN);
        String number = ticket.of(model, responseDue, resolutionDue);
        tickets.hold(number); // of two nodes that look at once, the second sees what the first began
        if (!tickets.get(number).isClosed() && runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, KEY).count() == 0) {
            runtime.startProcessInstanceByKey(KEY, number, Map.of(
                    Variables.PRIORITY.name(), AdoptionTicket.PRIORITY, Variables.RESPONSE_DUE.name(), Date.from(responseDue),
                    Variables.RESOLUTION_DUE.name(), Date.from(resolutionDue), Variables.EXPIRES_AT.name(), Date.from(resolutionDue)));
        }
    }

    /**
     * Whether somebody may adopt the model of this ticket now.
     *
     * @throws NotTheirsToDecide if they had it trained themselves
     * @throws VerdictRefused    if it cannot become active any more
     */
    void check(String number, String decider) {
        LearnedModel model = models.get(ticket.modelOf(number));
        if (decider.equals(model.trainedBy())) {
            throw new NotTheirsToDecide("You had this model trained: somebody else has to adopt it");
        }
        try {
            models.check(model.hash());
        } catch (ModelRefused refused) {
            throw new VerdictRefused(refused.getMessage());
        }
    }
}
