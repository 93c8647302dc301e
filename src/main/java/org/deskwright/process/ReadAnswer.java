package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Clarifier;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Word;
import org.deskwright.triage.Triage;
import org.springframework.stereotype.Component;

/** Reads the request anew with what was answered; who asks for a person, or has one already, gets no further question. */
@Component
class ReadAnswer implements Delegate {

    private final Tickets tickets;
    private final Triage triage;
    private final Clarifier clarifier;
    private final Switches switches;

    ReadAnswer(Tickets tickets, Triage triage, Clarifier clarifier, Switches switches) {
        this.tickets = tickets;
        this.triage = triage;
        this.clarifier = clarifier;
        this.switches = switches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        triage.readAgain(tickets.get(number));
        Variables.CLARIFICATION.set(execution, clarifier.take(number, switches.isStopped(Scope.TICKET, number)).map(Word::word).orElse("pending"));
    }
}
