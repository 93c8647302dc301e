package org.deskwright.process;

import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The steps of a ticket's processes that wait for those who take their time. Which they are is read off the engine and its diagrams,
 * and nothing that anybody could write says so: a step that waits for a person is never among them.
 */
@Component
class WaitingSteps {

    private static final String CLASSIFIES = "${classifyTicket}";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService jobs;

    WaitingSteps(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, @Lazy ManagementService jobs) {
        this.runtime = runtime;
        this.repository = repository;
        this.jobs = jobs;
    }

    /** Whether an operator has suspended one. */
    boolean isHalted(String number) {
        return waiting(number).anyMatch(ExecutionEntity::isSuspended);
    }

    /** They go on, each with what is known by now. */
    void end(String number) {
        List<String> waiting = waiting(number).map(ExecutionEntity::getId).toList();
        waiting.forEach(runtime::signal);
    }

    private Stream<ExecutionEntity> waiting(String number) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(number).list().stream().map(ExecutionEntity.class::cast).filter(this::waits);
    }

    /** One that has not begun has a job that begins it; a timer on its border is none. */
    private boolean waits(ExecutionEntity execution) {
        return execution.isActive() && execution.getActivityId() != null && classifies(execution)
                && jobs.createJobQuery().executionId(execution.getId()).messages().count() == 0;
    }

    private boolean classifies(ExecutionEntity execution) {
        ModelElementInstance step = repository.getBpmnModelInstance(execution.getProcessDefinitionId()).getModelElementById(execution.getActivityId());
        return step instanceof ServiceTask task && CLASSIFIES.equals(task.getCamundaDelegateExpression());
    }
}
