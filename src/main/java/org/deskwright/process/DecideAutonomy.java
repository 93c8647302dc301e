package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.Gate;
import org.deskwright.governance.GateDecision;
import org.deskwright.governance.Phases;
import org.deskwright.governance.Step;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Asks the gate whether the desk may rely on the category and route the ticket by itself, and how far it is rolled out. */
@Component
class DecideAutonomy implements Delegate {

    private final Tickets tickets;
    private final Gate gate;
    private final Phases phases;

    DecideAutonomy(Tickets tickets, Gate gate, Phases phases) {
        this.phases = phases;
        this.tickets = tickets;
        this.gate = gate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Ticket ticket = tickets.get(execution.getProcessBusinessKey());
        GateDecision decision = gate.ask(ticket, Step.CLASSIFY);
        tickets.decide(decision.ticket(), decision.autonomy().word(), decision.reasons());
        Variables.ESCALATED.set(execution, false); // a gate that is asked again, after a person named the category, answers anew
        Variables.AUTONOMY.set(execution, decision.autonomy().word());
        Variables.PHASE.set(execution, phases.of(ticket.category()).word());
        Variables.REASONS.set(execution, String.join(", ", decision.reasons()));
    }
}
