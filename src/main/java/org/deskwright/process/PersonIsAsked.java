package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.deskwright.review.Handover;
import org.deskwright.ticket.TicketStatus;
import org.springframework.stereotype.Component;

/** A task for people has come up: the ticket shows it, and the requester hears of it. */
@Component
class PersonIsAsked {

    private final Handover handover;

    PersonIsAsked(Handover handover) {
        this.handover = handover;
    }

    /**
     * @param status from the task's extension property; an escalated ticket in progress stays escalated. {@code null} for work
     *               beside the ticket's own process, which leaves the ticket as it is
     */
    TaskListener withStatus(String status) {
        TicketStatus drawn = status == null ? null : TicketStatus.of(status)
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no status of a ticket".formatted(status)));
        return task -> {
            String number = task.getExecution().getProcessBusinessKey();
            task.setName("%s · %s".formatted(task.getName(), number));
            if (drawn != null) {
                handover.announce(number, status(task, drawn));
            }
        };
    }

    private static TicketStatus status(DelegateTask task, TicketStatus drawn) {
        boolean escalated = Boolean.TRUE.equals(Variables.ESCALATED.of(task));
        return escalated && drawn == TicketStatus.IN_PROGRESS ? TicketStatus.ESCALATED : drawn;
    }
}
