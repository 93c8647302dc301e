package org.deskwright.process;

import java.util.Map;
import java.util.Optional;

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
        open(execution, make(execution, step, type, parameters));
    }

    /** A plan is never changed: the ledger sets the former one down as refused before it gets the row of the other. */
    void replan(DelegateExecution execution, Plan former, Map<String, String> parameters) {
        Plan plan = make(execution, former.step(), former.type(), parameters);
        actions.abandon(plan.ticket(), "Replaced by the action " + plan.id());
        open(execution, plan);
    }

    private Plan make(DelegateExecution execution, Step step, ActionType type, Map<String, String> parameters) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        VerifiedSubject subject = identification.subjectOf(ticket.number(), ticket.requester())
                .orElseThrow(() -> new IllegalStateException("The requester of %s is not in the directory any more".formatted(ticket.number())));
        return plans.make(ticket, step, type, subject, parameters);
    }

    /** At the same target as before, resolved anew; {@code false} if the directory does not know them any more. */
    boolean planInverse(DelegateExecution execution, Plan action) {
        Optional<VerifiedSubject> holder = identification.holderOf(action.ticket(), action.target());
        holder.ifPresent(subject -> open(execution, plans.makeInverse(action, subject)));
        return holder.isPresent();
    }

    private void open(DelegateExecution execution, Plan plan) {
        actions.open(plan);
        Variables.ACTION_ID.set(execution, plan.id().toString());
    }
}
