package org.deskwright.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.deskwright.governance.Plans;
import org.deskwright.review.Question;
import org.springframework.stereotype.Component;

/**
 * What people are asked at a task. Which action that is, a variable says, and any diagram can write variables: so it has to
 * be one of the task's own ticket, and what becomes of a revocation, or of a model, is asked in no other process than the one that takes back, or adopts.
 */
@Component
class Questions {

    private final Plans plans;

    Questions(Plans plans) {
        this.plans = plans;
    }

    /**
     * Only an answer at the review of an action can clear it.
     *
     * @param task id of the user task in the diagram
     * @throws IllegalStateException if this is not to be asked here
     */
    Question at(String task, DelegateExecution step) {
        String ticket = step.getProcessBusinessKey();
        return switch (task) {
            case "userTask_reviewAction" -> new Question(ticket, task, of(ticket, Variables.ACTION_ID.require(step)), true);
            case RevocationProcess.TO_PEOPLE -> new Question(ticket, task, revoked(ticket, step), false);
            case ModelAdoption.TO_PEOPLE -> {
                requireProcess(step, ModelAdoption.KEY, "Whether a model is adopted");
                yield new Question(ticket, task, null, false);
            }
            default -> new Question(ticket, task, null, false);
        };
    }

    private UUID revoked(String ticket, DelegateExecution step) {
        requireProcess(step, RevocationProcess.KEY, "What becomes of a revocation");
        return of(ticket, Variables.REVOKED_ACTION_ID.require(step));
    }

    private static void requireProcess(DelegateExecution step, String key, String what) {
        String process = ((ExecutionEntity) step).getProcessDefinition().getKey();
        if (!process.equals(key)) {
            throw new IllegalStateException("%s is asked in \"%s\" alone, and not in \"%s\"".formatted(what, key, process));
        }
    }

    private UUID of(String ticket, String action) {
        UUID id = UUID.fromString(action);
        String its = plans.get(id).ticket();
        if (!its.equals(ticket)) {
            throw new IllegalStateException("The action %s was planned on %s, and cannot be asked about on %s".formatted(id, its, ticket));
        }
        return id;
    }
}
