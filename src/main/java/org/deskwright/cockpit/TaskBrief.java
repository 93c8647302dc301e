package org.deskwright.cockpit;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Leads from a task in Tasklist to the request it is about, for those whose task it is. */
@Controller
class TaskBrief {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;

    TaskBrief(TaskService tasks, RuntimeService runtime, IdentityService identity) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
    }

    @GetMapping("/staff/tasks/{task}")
    String brief(@PathVariable String task, Principal who) {
        String number = visible(task, who.getName()).map(this::businessKey)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such task for you"));
        return "redirect:/staff/tickets/%s/brief".formatted(number);
    }

    /** The engine's own authorizations decide who sees the task. */
    private Optional<Task> visible(String task, String login) {
        List<String> groups = identity.createGroupQuery().groupMember(login).list().stream().map(Group::getId).toList();
        identity.setAuthentication(login, groups);
        try {
            return Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult());
        } finally {
            identity.clearAuthentication();
        }
    }

    private String businessKey(Task task) {
        return runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
    }
}
