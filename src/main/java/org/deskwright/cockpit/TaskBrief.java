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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads from a task in Tasklist to the request it is about, and to why it needs a person, for those whose task it is. */
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
        return "redirect:/staff/tickets/%s/brief".formatted(ticketOf(task, who));
    }

    @GetMapping("/staff/tasks/{task}/why")
    String why(@PathVariable String task, Principal who, RedirectAttributes asked) {
        asked.addAttribute("task", task);
        return "redirect:/staff/tickets/%s/why".formatted(ticketOf(task, who));
    }

    private String ticketOf(String task, Principal who) {
        return visible(task, who.getName()).map(this::businessKey)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such task for you"));
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
