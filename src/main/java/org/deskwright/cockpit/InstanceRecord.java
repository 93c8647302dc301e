package org.deskwright.cockpit;

import java.security.Principal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.ticket.Readers;
import org.deskwright.ticket.Tickets;
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
    private final Tickets tickets;
    private final Readers readers;

    InstanceRecord(VisibleWork work, Reading reading, Tickets tickets, Readers readers) {
        this.work = work;
        this.reading = reading;
        this.tickets = tickets;
        this.readers = readers;
    }

    @GetMapping("/staff/instances/{instance}/record")
    String record(@PathVariable String instance, Principal who) {
        return "redirect:/record/tickets/" + ticket(instance, who);
    }

    /** The last decision at each step of this instance; at a call also of what was called. For those who may read the ticket's story. */
    @GetMapping("/staff/instances/{instance}/decisions")
    @ResponseBody
    Collection<DecisionMark> decisions(@PathVariable String instance, Principal who) {
        String ticket = ticket(instance, who);
        requireStory(ticket, who.getName());
        Map<String, String> called = work.called(instance);
        Map<String, DecisionMark> marks = new LinkedHashMap<>();
        for (ReadEntry entry : reading.story(ticket)) {
            mark(entry, instance, called).ifPresent(mark -> marks.merge(mark.step(), mark, DecisionMark::then));
        }
        return marks.values();
    }

    private static Optional<DecisionMark> mark(ReadEntry entry, String instance, Map<String, String> called) {
        if (entry.step() == null) {
            return Optional.empty();
        }
        return entry.step().instance().equals(instance) ? DecisionMark.of(entry)
                : Optional.ofNullable(called.get(entry.step().instance())).flatMap(step -> DecisionMark.ofCalled(entry, step));
    }

    /** Cockpit shows instances to analysts as well, who need to read no requests; the tab, which leads to the story, asks the same there. */
    private void requireStory(String ticket, String login) {
        if (!readers.mayWorkOn(readers.of(login, work.groups(login)), tickets.get(ticket))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "What the record says of this instance is for those who work on its ticket");
        }
    }

    private String ticket(String instance, Principal who) {
        return work.ticketOfInstance(instance, who.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such process instance for you"));
    }
}
