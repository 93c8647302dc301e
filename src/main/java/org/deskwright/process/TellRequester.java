package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.governance.ActionType;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Word;
import org.springframework.stereotype.Component;

/**
 * Mails the requester a text of {@code config/messages}, named by the task's parameter: one of those that a diagram may choose,
 * and only if what it says is so. What was taken back, granted or decided is told by whoever knows it.
 */
@Component
class TellRequester implements Delegate {

    /** As the files are named. */
    enum Text implements Word {
        RECEIVED, IN_REVIEW, RESET_LINK_SENT
    }

    private final Correspondence correspondence;
    private final Tickets tickets;
    private final Actions actions;

    TellRequester(Correspondence correspondence, Tickets tickets, Actions actions) {
        this.correspondence = correspondence;
        this.tickets = tickets;
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Text text = Word.require(Text.class, Variables.WORDING.require(execution));
        if (!isSo(number, text)) {
            throw new IllegalStateException("The diagram tells the requester of %s \"%s\", and that is not so".formatted(number, text.word()));
        }
        correspondence.say(number, text.word(), Map.of());
    }

    private boolean isSo(String number, Text text) {
        return switch (text) {
            case RECEIVED -> true;
            case IN_REVIEW -> tickets.get(number).status() == TicketStatus.IN_REVIEW;
            case RESET_LINK_SENT -> actions.of(number).stream()
                    .anyMatch(action -> action.type().equals(ActionType.SEND_RESET_LINK.word()) && action.state() == ActionState.CONFIRMED);
        };
    }
}
