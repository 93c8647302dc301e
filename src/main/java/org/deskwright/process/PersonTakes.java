package org.deskwright.process;

import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.review.Asked;
import org.deskwright.review.Duties;
import org.deskwright.review.NotTheirsToDecide;
import org.deskwright.review.Reviewers;
import org.springframework.stereotype.Component;

/**
 * Who has a task: whoever may decide at it takes it for themselves, or gives it back to the group that is asked, and the
 * record says who did. Nobody gives a task to somebody else: it would say of them what they never did.
 */
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
        String person = Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId())
                .orElseThrow(() -> new NotTheirsToDecide("A task is taken, or given back, by a person who is signed in"));
        Asked asked = reviewers.asked(task.getId());
        duties.mayDecide(asked, person);
        String holder = task.getAssignee();
        if (holder == null) {
            String before = (String) ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE).getOrgValue();
            audit.write(asked.ticket(), "GIVEN_BACK", Actor.person(person),
                    Map.of("taskId", asked.taskId(), "task", asked.task(), "holder", Personal.login(before)));
        } else if (holder.equals(person)) {
            audit.write(asked.ticket(), "TAKEN", Actor.person(person), Map.of("taskId", asked.taskId(), "task", asked.task()));
        } else {
            throw new NotTheirsToDecide("People take tasks for themselves: please ask %s to claim this one".formatted(holder));
        }
    }
}
