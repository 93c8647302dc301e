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

    /** Without a requester in the directory there is nobody to plan for: the gate hands the ticket to people. */
    void plan(DelegateExecution execution, Step step, ActionType type, Map<String, String> parameters) {
        Variables.ACTION_ID.set(execution, null);
        make(execution, step, type, parameters).ifPresent(plan -> open(execution, plan));
    }

    /** A plan is never changed: the ledger sets the former one down as refused before it gets the row of the other. */
    void replan(DelegateExecution execution, Plan former, Map<String, String> parameters) {
        Variables.ACTION_ID.set(execution, null);
        make(execution, former.step(), former.type(), parameters).ifPresent(plan -> {
            actions.abandon(plan.ticket(), "Replaced by the action " + plan.id());
            open(execution, plan);
        });
    }

    private Optional<Plan> make(DelegateExecution execution, Step step, ActionType type, Map<String, String> parameters) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        return identification.subjectOf(ticket.number(), ticket.requester())
                .map(subject -> plans.make(ticket, step, type, subject, parameters));
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
