package org.deskwright.process;

import java.util.List;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Of a form that was sent, the engine would keep every text for good; what people wrote stands with their verdict. What
 * operators do goes to the record and not into the engine's history.
 */
final class WordlessHistory extends CacheAwareHistoryEventProducer {

    private final OperationsOnRecord operations;

    WordlessHistory(OperationsOnRecord operations) {
        this.operations = operations;
    }

    @Override
    public HistoryEvent createFormPropertyUpdateEvt(ExecutionEntity execution, String property, String value, String task) {
        return property.equals(Variables.TEXT.name()) ? null : super.createFormPropertyUpdateEvt(execution, property, value, task);
    }

    @Override
    public List<HistoryEvent> createUserOperationLogEvents(UserOperationLogContext context) {
        operations.write(context);
        return List.of();
    }
}
