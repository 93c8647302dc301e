package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.review.Asked;
import org.deskwright.review.Duties;
import org.deskwright.review.Reviewers;
import org.springframework.stereotype.Component;

/** Refuses a task to somebody who may not decide on it, as they claim it or are given it: not only after they have done the work. */
@Component
class PersonTakes implements TaskListener {

    private final Reviewers reviewers;
    private final Duties duties;
    private final AuditLog audit;

    PersonTakes(Reviewers reviewers, Duties duties, AuditLog audit) {
        this.audit = audit;
        this.reviewers = reviewers;
        this.duties = duties;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() != null) {
            Asked asked = reviewers.asked(task.getId());
            duties.mayDecide(asked, task.getAssignee(), Context.getCommandContext().getAuthenticatedUserId());
            audit.write(asked.ticket(), "TAKEN", Actor.person(task.getAssignee()), Map.of("taskId", asked.taskId(), "task", asked.task()));
        }
    }
}
