package org.deskwright.process;

import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.deskwright.governance.OpenDemands;
import org.springframework.stereotype.Component;

/**
 * A task that asks people about a demand ends without their answer, as a redrawn diagram can have it with a timer: nobody has
 * the demand then. Where the whole process is ended, {@link RevocationEnds} sees to it.
 */
@Component
class QuestionDropped implements ExecutionListener {

    private final OpenDemands open;

    QuestionDropped(OpenDemands open) {
        this.open = open;
    }

    @Override
    public void notify(DelegateExecution ending) {
        if (ending.isCanceled() && !((ExecutionEntity) ending).getProcessInstance().isDeleteRoot()) {
            open.drop(UUID.fromString(Variables.REVOKED_ACTION_ID.require(ending)));
        }
    }
}
