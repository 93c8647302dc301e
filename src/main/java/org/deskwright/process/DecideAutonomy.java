package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.Gate;
import org.deskwright.governance.GateDecision;
import org.deskwright.governance.Step;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Asks the gate whether the desk may rely on the category and route the ticket by itself. */
@Component
class DecideAutonomy implements Delegate {

    private final Tickets tickets;
    private final Gate gate;

    DecideAutonomy(Tickets tickets, Gate gate) {
        this.tickets = tickets;
        this.gate = gate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        GateDecision decision = gate.ask(tickets.get(execution.getProcessBusinessKey()), Step.CLASSIFY);
        tickets.decide(decision.ticket(), decision.autonomy().word(), decision.reasons());
        Variables.AUTONOMY.set(execution, decision.autonomy().word());
        Variables.REASONS.set(execution, String.join(", ", decision.reasons()));
    }
}
