package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.resolution.Served;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * Tells the requester what was done, and asks whether it is solved. What neither the ledger knows to be done, nor a person has
 * said, is never told, whatever a diagram says, nor what has not solved it, as the requester answered: that stands in Cockpit then.
 */
@Component
class ReportResolution implements Delegate {

    private static final String UNSOLVED = "or its requester has answered since that it is not solved";

    private final Tickets tickets;
    private final Verdicts verdicts;
    private final Correspondence correspondence;
    private final Served served;

    ReportResolution(Tickets tickets, Verdicts verdicts, Correspondence correspondence, Served served) {
        this.served = served;
        this.tickets = tickets;
        this.verdicts = verdicts;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        String endState = Variables.END_STATE.of(execution);
        String text = switch (endState == null ? "" : endState) {
            case "passwordReset" -> sayWhatWasDone(number, ActionType.SEND_RESET_LINK, "resolved-password-reset");
            case "accessGranted" -> sayWhatWasDone(number, ActionType.ADD_TO_GROUP, "resolved-access-granted");
            default -> sayInTheirWords(number);
        };
        boolean byDesk = "passwordReset".equals(endState) || "accessGranted".equals(endState);
        Variables.RESOLVED_BY.set(execution, (byDesk ? ClosureCode.AUTOMATIC : ClosureCode.PERSON).word());
        tickets.resolve(number, text);
    }

    /** In the words of the last such action. */
    private String sayWhatWasDone(String number, ActionType type, String wording) {
        Plan done = served.on(number).stream().filter(plan -> plan.type() == type).reduce((former, last) -> last)
                .orElseThrow(() -> new IllegalStateException(("The diagram says that it is done, but the ledger has no action \"%s\" of %s that stands, "
                        + UNSOLVED).formatted(type.word(), number)));
        return correspondence.say(number, wording, done.parameters());
    }

    private String sayInTheirWords(String number) {
        String text = verdicts.lastWork(number).orElseThrow(() -> new IllegalStateException(
                ("The diagram says that it is done, but nobody has said so at a task of %s, " + UNSOLVED).formatted(number)));
        correspondence.say(number, "resolved", Map.of("text", text));
        return text;
    }
}
