package org.deskwright.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.deskwright.audit.AuditLog;
import org.deskwright.governance.Clearances;
import org.deskwright.governance.Gate;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what people decide, in the transaction that completes their task. An approval of an action mints its clearance. */
@Component
public class Verdicts {

    private static final int LONGEST_TEXT = 4_000;

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Timeline timeline;
    private final Clearances clearances;
    private final Gate gate;
    private final Switches switches;
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    Verdicts(JdbcClient jdbc, Tickets tickets, Timeline timeline, Clearances clearances, Gate gate, Switches switches, Taxonomy taxonomy,
             Directory directory, AuditLog audit, Clock clock) {
        this.gate = gate;
        this.switches = switches;
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.timeline = timeline;
        this.clearances = clearances;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws NotTheirsToDecide if nobody is signed in, it is their own request, or they are not in the group that decides
     * @throws VerdictRefused    if a text is missing or too long
     */
    public void decide(Verdict verdict) {
        Ticket ticket = tickets.get(verdict.ticket());
        check(verdict, ticket);
        checkGroup(verdict, ticket);
        checkSwitch(verdict);
        jdbc.sql("""
                insert into verdict (id, ticket_number, task_id, task, action_id, outcome, decided_by, requester, text, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(verdict.id(), verdict.ticket(), verdict.taskId(), verdict.task(), verdict.actionId(),
                        verdict.outcome().word(), verdict.decidedBy(), ticket.requester(), verdict.text(),
                        Timestamp.from(clock.instant()))
                .update();
        timeline.note(verdict.ticket(), sentence(verdict), verdict.decidedBy());
        audit.write(verdict.ticket(), "HUMAN_DECISION", verdict.decidedBy(), content(verdict));
        if (verdict.outcome() == Outcome.APPROVE) {
            tickets.setStatus(verdict.ticket(), TicketStatus.IN_PROGRESS);
        }
        if (verdict.outcome() == Outcome.APPROVE && verdict.actionId() != null) {
            clearances.mintForApproval(verdict.actionId(), verdict.id());
        }
    }

    /** What the person said at the last task of this ticket; empty if nothing. */
    public String lastText(String ticket) {
        return jdbc.sql("select coalesce(text, '') from verdict where ticket_number = ? order by decided_at desc limit 1")
                .param(ticket).query(String.class).optional().orElse("");
    }

    /** Who decided last on this ticket. */
    public String lastDecider(String ticket) {
        return jdbc.sql("select decided_by from verdict where ticket_number = ? order by decided_at desc limit 1")
                .param(ticket).query(String.class).optional().orElse(Timeline.DESK);
    }

    private static void check(Verdict verdict, Ticket ticket) {
        if (verdict.decidedBy() == null || verdict.decidedBy().isBlank()) {
            throw new NotTheirsToDecide("A decision needs a person who is signed in");
        }
        if (ticket.isOf(verdict.decidedBy())) {
            throw new NotTheirsToDecide("%s is your own request: somebody else has to decide".formatted(ticket.number()));
        }
        if (verdict.outcome().needsText() && (verdict.text() == null || verdict.text().isBlank())) {
            throw new VerdictRefused("\"%s\" needs a text: please write it and try again".formatted(verdict.outcome().word()));
        }
        if (verdict.text() != null && verdict.text().length() > LONGEST_TEXT) {
            throw new VerdictRefused("The text has %d characters; %d is the most".formatted(verdict.text().length(), LONGEST_TEXT));
        }
    }

    /** The group comes from the stored gate decision and the ticket, never from the task, whose links people can change. */
    private void checkGroup(Verdict verdict, Ticket ticket) {
        String queue = verdict.actionId() == null ? ticket.queue() : gate.reviewQueueOf(verdict.actionId())
                .orElseThrow(() -> new VerdictRefused("The gate was never asked for this action: nobody can decide on it"));
        String group = taxonomy.queue(queue).group();
        if (directory.byLogin(verdict.decidedBy()).filter(Person::enabled).filter(person -> person.isIn(group)).isEmpty()) {
            throw new NotTheirsToDecide("This is for the group %s to decide, and %s is not in it".formatted(group, verdict.decidedBy()));
        }
    }

    /** What cannot begin is not approved either: the task waits, and whoever approves later knows that it acts. */
    private void checkSwitch(Verdict verdict) {
        if (verdict.outcome() == Outcome.APPROVE && verdict.actionId() != null && switches.isStopped(Scope.EVERYTHING, "")) {
            throw new VerdictRefused("Every action is stopped at the moment: approve this when it is resumed, or decline it");
        }
    }

    private static String sentence(Verdict verdict) {
        String what = switch (verdict.outcome()) {
            case APPROVE -> "Approved";
            case CORRECT -> "Corrected the category";
            case DECLINE -> "Declined";
            case DONE -> "Did the work";
            case ASK -> "Asked the requester";
            case TRANSFER -> "Transferred to another queue";
            case NOTE -> "Note";
            case RETRY -> "Had the desk try again";
        };
        return verdict.text() == null || verdict.text().isBlank() ? what : what + ": " + verdict.text();
    }

    private static Map<String, Object> content(Verdict verdict) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("verdictId", verdict.id());
        content.put("task", verdict.task());
        content.put("taskId", verdict.taskId());
        content.put("actionId", verdict.actionId());
        content.put("outcome", verdict.outcome().word());
        content.put("text", verdict.text());
        return content;
    }
}
