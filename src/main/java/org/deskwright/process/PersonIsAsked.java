package org.deskwright.process;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.IdentityLink;
import org.deskwright.review.Handover;
import org.deskwright.review.Reviewers;
import org.deskwright.ticket.TicketStatus;
import org.springframework.stereotype.Component;

/** A task for people comes up: it asks a group in which somebody may decide, the ticket shows it, and the requester hears of it. */
@Component
class PersonIsAsked {

    private final Reviewers reviewers;
    private final Handover handover;

    PersonIsAsked(Reviewers reviewers, Handover handover) {
        this.reviewers = reviewers;
        this.handover = handover;
    }

    /** Names the group for the diagram's {@code ${reviewGroup}}. What somebody answered at an earlier task answers nothing here. */
    ExecutionListener before(String task) {
        return execution -> {
            Variables.OUTCOME.set(execution, null);
            Variables.REVIEW_GROUP.set(execution, reviewers.groupFor(execution.getProcessBusinessKey(), actionId(task, execution)));
        };
    }

    /** @param status from the task's extension property; an escalated ticket in progress stays escalated */
    TaskListener withStatus(String status) {
        TicketStatus drawn = TicketStatus.of(status == null ? "in-progress" : status)
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no status of a ticket".formatted(status)));
        return task -> {
            String number = task.getExecution().getProcessBusinessKey();
            task.setName("%s · %s".formatted(task.getName(), number));
            Set<String> groups = task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
            reviewers.ask(task.getId(), task.getTaskDefinitionKey(), number, actionId(task.getTaskDefinitionKey(), task), groups);
            handover.announce(number, status(task, drawn));
        };
    }

    private static UUID actionId(String task, VariableScope scope) {
        return task.equals("userTask_reviewAction") ? UUID.fromString(Variables.ACTION_ID.require(scope)) : null;
    }

    private static TicketStatus status(DelegateTask task, TicketStatus drawn) {
        boolean escalated = Boolean.TRUE.equals(Variables.ESCALATED.of(task));
        return escalated && drawn == TicketStatus.IN_PROGRESS ? TicketStatus.ESCALATED : drawn;
    }
}
