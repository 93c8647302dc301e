package org.deskwright.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.Autonomy;
import org.deskwright.governance.Facts;
import org.deskwright.governance.Gate;
import org.deskwright.governance.GateDecision;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Step;
import org.deskwright.identity.Identification;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Asks the gate whether a planned action may be carried out, and how many people have to approve it if not. */
@Component
class DecideClearance implements Delegate {

    private static final String REQUESTER_LEFT = "requester-left";

    private final Tickets tickets;
    private final Plans plans;
    private final Identification identification;
    private final Facts facts;
    private final Gate gate;

    DecideClearance(Tickets tickets, Plans plans, Identification identification, Facts facts, Gate gate) {
        this.tickets = tickets;
        this.plans = plans;
        this.identification = identification;
        this.facts = facts;
        this.gate = gate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        Plan plan = Optional.ofNullable(Variables.ACTION_ID.of(execution)).map(UUID::fromString).map(plans::get).orElse(null);
        if (plan != null && plan.step() == Step.REVOKE_ACTION) {
            tell(execution, plan, gate.askForRevocation(plan, ticket));
            return;
        }
        Optional<VerifiedSubject> subject = plan == null ? Optional.empty() : identification.subjectOf(ticket.number(), plan.target());
        if (subject.isEmpty()) {
            handOver(execution, ticket);
            return;
        }
        GateDecision decision = gate.ask(plan, ticket, facts.of(plan, ticket, subject.get()));
        tickets.decide(ticket.number(), decision.autonomy().word(), decision.reasons());
        tell(execution, plan, decision);
    }

    /** The gate is asked about people who are there. */
    private void handOver(DelegateExecution execution, Ticket ticket) {
        tickets.decide(ticket.number(), Autonomy.ESCALATE.word(), List.of(REQUESTER_LEFT));
        Variables.AUTONOMY.set(execution, Autonomy.ESCALATE.word());
        Variables.REASONS.set(execution, REQUESTER_LEFT);
    }

    private void tell(DelegateExecution execution, Plan plan, GateDecision decision) {
        Variables.AUTONOMY.set(execution, decision.autonomy().word());
        Variables.REASONS.set(execution, String.join(", ", decision.reasons()));
        Variables.APPROVALS_MISSING.set(execution, decision.approvals());
        Variables.ENTITLEMENT.set(execution, plan.parameters().get("entitlement"));
    }
}
