package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Tells the requester what was done, and asks whether it is solved. */
@Component
class ReportResolution implements Delegate {

    private final Tickets tickets;
    private final Verdicts verdicts;
    private final Correspondence correspondence;

    ReportResolution(Tickets tickets, Verdicts verdicts, Correspondence correspondence) {
        this.tickets = tickets;
        this.verdicts = verdicts;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        String endState = Variables.END_STATE.of(execution);
        String text = switch (endState == null ? "" : endState) {
            case "passwordReset" -> correspondence.say(number, "resolved-password-reset", Map.of());
            case "accessGranted" -> correspondence.say(number, "resolved-access-granted",
                    Map.of("entitlement", Variables.ENTITLEMENT.require(execution)));
            default -> sayInTheirWords(number);
        };
        boolean byPerson = "requestFulfilled".equals(endState);
        Variables.RESOLVED_BY.set(execution, (byPerson ? ClosureCode.PERSON : ClosureCode.AUTOMATIC).word());
        tickets.resolve(number, text);
    }

    private String sayInTheirWords(String number) {
        String text = verdicts.lastText(number);
        correspondence.say(number, "resolved", Map.of("text", text));
        return text;
    }
}
