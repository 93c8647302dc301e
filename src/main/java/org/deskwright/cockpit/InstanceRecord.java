package org.deskwright.cockpit;

import java.security.Principal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Leads from a process instance in Cockpit to what the record says of it: the ticket's story, and marks for the diagram. */
@Controller
class InstanceRecord {

    private final VisibleWork work;
    private final Reading reading;

    InstanceRecord(VisibleWork work, Reading reading) {
        this.work = work;
        this.reading = reading;
    }

    @GetMapping("/staff/instances/{instance}/record")
    String record(@PathVariable String instance, Principal who) {
        return "redirect:/record/tickets/" + ticket(instance, who);
    }

    /** The last decision at each step of this instance. */
    @GetMapping("/staff/instances/{instance}/decisions")
    @ResponseBody
    Collection<DecisionMark> decisions(@PathVariable String instance, Principal who) {
        Map<String, DecisionMark> marks = new LinkedHashMap<>();
        for (ReadEntry entry : reading.story(ticket(instance, who))) {
            if (entry.step() != null && entry.step().instance().equals(instance)) {
                DecisionMark.of(entry).ifPresent(mark -> marks.merge(mark.step(), mark, DecisionMark::then));
            }
        }
        return marks.values();
    }

    private String ticket(String instance, Principal who) {
        return work.ticketOfInstance(instance, who.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such process instance for you"));
    }
}
