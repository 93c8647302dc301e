package org.deskwright.cockpit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The ticket behind a task or a process instance, for those to whom the engine's own authorizations show that. */
@Component
class VisibleWork {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final IdentityService identity;

    VisibleWork(TaskService tasks, RuntimeService runtime, HistoryService history, IdentityService identity) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.identity = identity;
    }

    Optional<String> ticketOfTask(String task, String login) {
        return as(login, () -> Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())).map(Task::getProcessInstanceId)
                .map(instance -> runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey());
    }

    Optional<String> ticketOfInstance(String instance, String login) {
        return as(login, () -> Optional.ofNullable(history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult()))
                .map(HistoricProcessInstance::getBusinessKey);
    }

    /** Each process instance that this one called, or that was called by one of those → the step of this one's diagram that led to it. */
    Map<String, String> called(String instance) {
        Map<String, String> called = new HashMap<>();
        history.createHistoricActivityInstanceQuery().processInstanceId(instance).activityType(ActivityTypes.CALL_ACTIVITY).list().stream()
                .filter(call -> call.getCalledProcessInstanceId() != null).forEach(call -> {
                    called.put(call.getCalledProcessInstanceId(), call.getActivityId());
                    called(call.getCalledProcessInstanceId()).keySet().forEach(deeper -> called.put(deeper, call.getActivityId()));
                });
        return called;
    }

    /** Their groups as the engine knows them. */
    List<String> groups(String login) {
        return identity.createGroupQuery().groupMember(login).list().stream().map(Group::getId).toList();
    }

    private <T> Optional<T> as(String login, Supplier<Optional<T>> look) {
        identity.setAuthentication(login, groups(login));
        try {
            return look.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
