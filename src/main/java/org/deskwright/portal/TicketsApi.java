package org.deskwright.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Receipt;
import org.deskwright.intake.Request;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketPage;
import org.deskwright.ticket.TicketSearch;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.TimelineEntry;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The public API: file a request, follow it, answer, confirm, withdraw. */
@RestController
@RequestMapping(path = "/api/v1/tickets", produces = MediaType.APPLICATION_JSON_VALUE) // asked for anything else, nothing is done
class TicketsApi {

    private static final int LONGEST_KEY = 200;

    private final Intake intake;
    private final Tickets tickets;
    private final Timeline timeline;
    private final Actions actions;
    private final Taxonomy taxonomy;
    private final Viewer viewer;
    private final Replies replies;

    TicketsApi(Intake intake, Tickets tickets, Timeline timeline, Actions actions, Taxonomy taxonomy, Viewer viewer,
               Replies replies) {
        this.replies = replies;
        this.intake = intake;
        this.tickets = tickets;
        this.timeline = timeline;
        this.actions = actions;
        this.taxonomy = taxonomy;
        this.viewer = viewer;
    }

    record NewTicket(@NotBlank(message = "must not be empty") @Size(max = Request.LONGEST_SUBJECT, message = "must have at most {max} characters") @Kept(lines = false) String subject,
                     @NotBlank(message = "must not be empty") @Size(max = Request.LONGEST_BODY, message = "must have at most {max} characters") @Kept String body) {

        /** On one line, as mail has it. */
        NewTicket {
            subject = subject == null ? null : Texts.line(subject);
        }
    }

    record Reply(@NotBlank(message = "must not be empty") @Size(max = Request.LONGEST_BODY, message = "must have at most {max} characters") @Kept String text) {
    }

    record Confirmation(@NotNull(message = "must be true or false") Boolean solved,
                        @Size(max = 4_000, message = "must have at most {max} characters") @Kept String text) {
    }

    record Filed(String number, String status) {
    }

    record Page(List<TicketView> items, int page, int size, long total) {
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Filed file(@Valid @RequestBody NewTicket request,
               @RequestHeader(name = "Idempotency-Key", required = false) String key, Authentication who) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new InvalidField("Idempotency-Key", "must have 1 to %d characters".formatted(LONGEST_KEY));
        }
        String sourceKey = "api:%s:%s".formatted(who.getName(), key == null ? UUID.randomUUID() : key);
        Request arrived = new Request(request.subject(), request.body(), Channel.API, sourceKey, who.getName(), null, true, List.of());
        Receipt receipt = intake.receive(arrived);
        Ticket ticket = tickets.get(receipt.number());
        if (!receipt.created() && !arrived.isThatOf(ticket)) {
            throw new KeyReused(receipt.number());
        }
        return new Filed(ticket.number(), ticket.status().word());
    }

    /** An empty filter is none, as Spring takes an empty number for its default. */
    @InitBinder({"status", "category"})
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping
    Page list(@RequestParam(required = false) String status, @RequestParam(required = false) String category,
              @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Authentication who) {
        if (page < 0 || page > 1_000_000) {
            throw new InvalidField("page", "must lie between 0 and 1000000");
        }
        if (size < 1 || size > TicketSearch.LARGEST) {
            throw new InvalidField("size", "must lie between 1 and " + TicketSearch.LARGEST);
        }
        if (category != null && taxonomy.category(category).isEmpty()) {
            throw new InvalidField("category", "\"%s\" is no category".formatted(category));
        }
        TicketStatus wanted = status == null ? null : TicketStatus.of(status)
                .orElseThrow(() -> new InvalidField("status", "\"%s\" is no status".formatted(status)));
        TicketPage found = tickets.search(new TicketSearch(viewer.reader(who), wanted, category, null, page, size));
        List<String> numbers = found.items().stream().map(Ticket::number).toList();
        Map<String, List<LedgerEntry>> done = actions.of(numbers);
        Map<String, List<TimelineEntry>> told = timeline.of(numbers);
        return new Page(found.items().stream().map(ticket -> TicketView.of(ticket, done.getOrDefault(ticket.number(), List.of()),
                readable(told.getOrDefault(ticket.number(), List.of()), ticket, who))).toList(), page, size, found.total());
    }

    @GetMapping("/{number}")
    TicketView get(@PathVariable String number, Authentication who) {
        return view(viewer.see(number, who), who);
    }

    @PostMapping("/{number}/replies")
    TicketView reply(@PathVariable String number, @Valid @RequestBody Reply reply, Authentication who) {
        replies.say(number, reply.text(), who, Channel.API);
        return get(number, who);
    }

    @PostMapping("/{number}/confirmation")
    TicketView confirm(@PathVariable String number, @Valid @RequestBody Confirmation confirmation, Authentication who) {
        viewer.answer(number, who);
        intake.confirm(number, confirmation.solved(), confirmation.text(), who.getName());
        return get(number, who);
    }

    @PostMapping("/{number}/withdrawal")
    TicketView withdraw(@PathVariable String number, Authentication who) {
        viewer.answer(number, who);
        intake.withdraw(number, who.getName());
        return get(number, who);
    }

    private TicketView view(Ticket ticket, Authentication who) {
        return TicketView.of(ticket, actions.of(ticket.number()), readable(timeline.of(ticket.number(), true), ticket, who));
    }

    private List<TimelineEntry> readable(List<TimelineEntry> told, Ticket ticket, Authentication who) {
        boolean withNotes = SignedIn.of(who, viewer.isStaff(who)).worksOn(ticket);
        return told.stream().filter(entry -> withNotes || !entry.internal()).toList();
    }
}
