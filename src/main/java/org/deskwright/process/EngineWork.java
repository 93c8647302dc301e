package org.deskwright.process;

import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.deskwright.ticket.Work;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The ticket of a piece of work, also of one that has ended: its business key. */
@Component
class EngineWork implements Work {

    private final RuntimeService runtime;
    private final HistoryService history;

    EngineWork(@Lazy RuntimeService runtime, @Lazy HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    @Override
    public Optional<String> ticketOf(String id) {
        String instance = Optional.ofNullable(history.createHistoricTaskInstanceQuery().taskId(id).singleResult()).map(HistoricTaskInstance::getProcessInstanceId)
                .or(() -> Optional.ofNullable(runtime.createExecutionQuery().executionId(id).singleResult()).map(Execution::getProcessInstanceId)).orElse(id);
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult())
                .map(HistoricProcessInstance::getBusinessKey);
    }
}
