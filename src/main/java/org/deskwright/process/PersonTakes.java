package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.deskwright.review.Duties;
import org.deskwright.review.Reviewers;
import org.springframework.stereotype.Component;

/** Refuses a task to somebody who may not decide on it, as they claim it or are given it: not only after they have done the work. */
@Component
class PersonTakes implements TaskListener {

    private final Reviewers reviewers;
    private final Duties duties;

    PersonTakes(Reviewers reviewers, Duties duties) {
        this.reviewers = reviewers;
        this.duties = duties;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() != null) {
            duties.mayDecide(reviewers.asked(task.getId()), task.getAssignee(), Context.getCommandContext().getAuthenticatedUserId());
        }
    }
}
