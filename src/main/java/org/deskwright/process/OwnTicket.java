package org.deskwright.process;

import java.util.Objects;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** A called process works on its caller's ticket, whatever business key the diagram gives it: nobody's request speaks for another's. */
@Component
class OwnTicket implements ExecutionListener {

    @Override
    public void notify(DelegateExecution starting) {
        ExecutionEntity call = ((ExecutionEntity) starting).getSuperExecution();
        if (call != null && !Objects.equals(call.getProcessBusinessKey(), starting.getProcessBusinessKey())) {
            throw new IllegalStateException("The diagram calls \"%s\" for the ticket %s, but works on %s: please hand over #{execution.processBusinessKey}"
                    .formatted(((ExecutionEntity) starting).getProcessDefinition().getKey(), starting.getProcessBusinessKey(), call.getProcessBusinessKey()));
        }
    }
}
