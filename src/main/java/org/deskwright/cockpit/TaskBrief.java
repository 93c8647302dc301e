package org.deskwright.cockpit;

import java.security.Principal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads from a task in Tasklist to the request it is about, and to why it needs a person, for those whose task it is. */
@Controller
class TaskBrief {

    private final VisibleWork work;

    TaskBrief(VisibleWork work) {
        this.work = work;
    }

    @GetMapping("/staff/tasks/{task}")
    String brief(@PathVariable String task, Principal who) {
        return "redirect:/staff/tickets/%s/brief".formatted(ticket(task, who));
    }

    @GetMapping("/staff/tasks/{task}/why")
    String why(@PathVariable String task, Principal who, RedirectAttributes asked) {
        asked.addAttribute("task", task);
        return "redirect:/staff/tickets/%s/why".formatted(ticket(task, who));
    }

    private String ticket(String task, Principal who) {
        return work.ticketOfTask(task, who.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such task for you"));
    }
}
