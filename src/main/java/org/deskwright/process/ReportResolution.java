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
            case "passwordReset" -> "You chose a new password. You can sign in with it from now on. "
                    + "If that was not you, tell us at once: answer the mail, or call the service desk.";
            case "accessGranted" -> "You now have the access \"%s\". Sign out and in again if you do not see it yet."
                    .formatted(Variables.ENTITLEMENT.of(execution));
            default -> verdicts.lastText(number);
        };
        boolean byPerson = "requestFulfilled".equals(endState);
        Variables.RESOLVED_BY.set(execution, (byPerson ? ClosureCode.PERSON : ClosureCode.AUTOMATIC).word());
        tickets.resolve(number, text);
        correspondence.say(number, "resolved", Map.of("text", text));
    }
}
