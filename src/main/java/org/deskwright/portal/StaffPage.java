package org.deskwright.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.deskwright.ticket.Queue;
import org.deskwright.ticket.Reader;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketPage;
import org.deskwright.ticket.TicketSearch;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Worklist;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the viewer may read of all queues at a glance; the work itself is done in Tasklist. */
@Controller
class StaffPage {

    private static final int SIZE = 50;

    private final Viewer viewer;
    private final Navigation navigation;
    private final Worklist worklist;
    private final RequestViews views;
    private final Remarks remarks;
    private final Taxonomy taxonomy;
    private final Clock clock;

    StaffPage(Viewer viewer, Navigation navigation, Worklist worklist, RequestViews views, Remarks remarks, Taxonomy taxonomy, Clock clock) {
        this.viewer = viewer;
        this.navigation = navigation;
        this.worklist = worklist;
        this.views = views;
        this.remarks = remarks;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    @GetMapping("/staff")
    String show(@RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "") String category,
                @RequestParam(defaultValue = "") String queue, @RequestParam(defaultValue = "0") int page,
                Authentication who, Model model) {
        viewer.requireStaff(who);
        Set<String> mine = queuesOf(navigation.of(who));
        Reader reader = viewer.reader(who);
        TicketPage found = worklist.of(new TicketSearch(reader, TicketStatus.of(status).orElse(null), category.isEmpty() ? null : category,
                queue.isEmpty() ? null : queue, Pages.within(page), SIZE), mine);
        Set<String> takenBack = views.takenBackOf(found.items());
        Instant now = clock.instant();
        model.addAttribute("rows", found.items().stream().map(ticket -> row(ticket, mine, takenBack.contains(ticket.number()), now)).toList());
        model.addAttribute("pages", Pages.of(found));
        model.addAttribute("everything", reader.everything());
        model.addAttribute("filter", new Filter(status, category, queue));
        model.addAttribute("statuses", Stream.of(TicketStatus.values()).map(Option::of).toList());
        model.addAttribute("categories", taxonomy.categories().stream().map(it -> new Option(it.id(), it.name())).toList());
        model.addAttribute("queues", taxonomy.queues().stream().map(it -> new Option(it.id(), it.name())).toList());
        return "staff";
    }

    private Set<String> queuesOf(SignedIn staff) {
        return taxonomy.queues().stream().filter(queue -> staff.groups().contains(queue.group())).map(Queue::id)
                .collect(Collectors.toSet());
    }

    private Row row(Ticket ticket, Set<String> mine, boolean takenBack, Instant now) {
        Optional<Queue> decider = views.decider(ticket);
        return new Row(ticket.number(), ticket.subject(), ticket.requester() == null ? ticket.sender() : ticket.requester(),
                Badge.forStaff(ticket, takenBack), views.category(ticket), views.team(ticket).orElse(null),
                decider.map(Queue::name).orElse(null), mine.contains(decider.map(Queue::id).orElse(ticket.queue())),
                ticket.priority(), Due.of(ticket, now), Moment.of(ticket.receivedAt()), remarks.unusualOf(ticket));
    }

    /**
     * @param decider as of {@link RequestView}
     * @param mine    whether it waits for the viewer's people, to decide or else to work on
     */
    record Row(String number, String subject, String requester, Badge badge, String category, String queue, String decider,
               boolean mine, Integer priority, Due due, Moment at, List<RemarkRow> remarks) {
    }

    record Filter(String status, String category, String queue) {
    }

    record Option(String id, String name) {

        static Option of(TicketStatus status) {
            String words = status.word().replace('-', ' ');
            return new Option(status.word(), words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
        }
    }
}
