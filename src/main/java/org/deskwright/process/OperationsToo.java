package org.deskwright.process;

import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/** The engine's history level of the same name and number, and with it what operators do by hand, which else only {@code full} has. */
final class OperationsToo extends HistoryLevelAudit {

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type == HistoryEventTypes.USER_OPERATION_LOG || super.isHistoryEventProduced(type, entity);
    }
}
