package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.TakeBack;
import org.deskwright.review.Outcome;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Word;
import org.springframework.stereotype.Component;

/**
 * Closes the ticket, with the code that follows from how its process ended, if that is so; what its requester withdrew is closed
 * as that, however a diagram came here.
 */
@Component
class CloseTicket implements Delegate {

    private final Tickets tickets;
    private final Verdicts verdicts;
    private final Correspondence correspondence;
    private final Actions actions;
    private final TakeBack takeBack;
    private final ClosureGrounds grounds;
    private final Closure closure;

    CloseTicket(Tickets tickets, Verdicts verdicts, Correspondence correspondence, Actions actions, TakeBack takeBack,
                ClosureGrounds grounds, Closure closure) {
        this.grounds = grounds;
        this.closure = closure;
        this.takeBack = takeBack;
        this.actions = actions;
        this.tickets = tickets;
        this.verdicts = verdicts;
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        tickets.hold(number); // whoever withdraws it just now is heard first
        ClosureCode code = tickets.withdrawnBy(number).isPresent() ? ClosureCode.WITHDRAWN : code(execution);
        grounds.check(number, code);
        actions.abandon(number, "The ticket was closed: " + code.word());
        if (code == ClosureCode.WITHDRAWN) {
            takeBack.withdraw(number);
        }
        if (closure.of(number, code)) {
            if (code == ClosureCode.DECLINED) {
                correspondence.say(number, "declined", Map.of("text", verdicts.lastText(number, Outcome.DECLINE).orElseThrow()));
            } else {
                correspondence.say(number, "closed", Map.of());
            }
        }
    }

    private ClosureCode code(DelegateExecution execution) {
        String given = Variables.CLOSURE_CODE.input(execution);
        if (given != null) {
            return Word.require(ClosureCode.class, given);
        }
        String endState = Variables.END_STATE.of(execution);
        return switch (endState == null ? "" : endState) {
            case "requestDeclined" -> ClosureCode.DECLINED;
            case "resolutionNotContested" -> tickets.answerOf(execution.getProcessBusinessKey()).orElse(false) ? resolvedBy(execution) : ClosureCode.NO_ANSWER;
            default -> resolvedBy(execution);
        };
    }

    private static ClosureCode resolvedBy(DelegateExecution execution) {
        return Word.require(ClosureCode.class, Variables.RESOLVED_BY.require(execution));
    }
}
