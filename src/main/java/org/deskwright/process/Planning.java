package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Step;
import org.deskwright.identity.Identification;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.resolution.Actions;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What all planning tasks share: the target is the identified requester and nobody else, the ledger gets its row. */
@Component
class Planning {

    private final Tickets tickets;
    private final Identification identification;
    private final Plans plans;
    private final Actions actions;

    Planning(Tickets tickets, Identification identification, Plans plans, Actions actions) {
        this.tickets = tickets;
        this.identification = identification;
        this.plans = plans;
        this.actions = actions;
    }

    void plan(DelegateExecution execution, Step step, ActionType type, Map<String, String> parameters) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        VerifiedSubject subject = identification.subjectOf(ticket.number(), ticket.requester())
                .orElseThrow(() -> new IllegalStateException("The requester of %s is not in the directory any more".formatted(ticket.number())));
        Plan plan = plans.make(ticket, step, type, subject, parameters);
        actions.open(plan);
        Variables.ACTION_ID.set(execution, plan.id().toString());
    }
}
