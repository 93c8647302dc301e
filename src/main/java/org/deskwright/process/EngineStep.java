package org.deskwright.process;

import java.util.Optional;

import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.deskwright.audit.Step;
import org.deskwright.audit.StepUnderWay;
import org.springframework.stereotype.Component;

/** What the engine carries out on this thread. */
@Component
class EngineStep implements StepUnderWay {

    @Override
    public Optional<Step> now() {
        return Optional.ofNullable(Context.getBpmnExecutionContext()).map(BpmnExecutionContext::getExecution)
                .filter(execution -> execution.getActivityId() != null).map(EngineStep::of);
    }

    private static Step of(ExecutionEntity execution) {
        ProcessDefinitionEntity process = execution.getProcessDefinition();
        return new Step(process.getKey(), process.getVersion(), execution.getActivityId(), execution.getProcessInstanceId());
    }
}
