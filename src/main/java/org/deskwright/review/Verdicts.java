package org.deskwright.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.governance.Clearances;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores what people decide, in the transaction that completes their task. The last of the approvals that an action needs
 * mints its clearance.
 */
@Component
public class Verdicts {

    private static final int LONGEST_TEXT = 4_000;
    private static final String SETTLING = "userTask_settleRevocation";

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Timeline timeline;
    private final Reviewers reviewers;
    private final Duties duties;
    private final Differences differences;
    private final Plans plans;
    private final Clearances clearances;
    private final Switches switches;
    private final Contents contents;
    private final AuditLog audit;
    private final Clock clock;

    Verdicts(JdbcClient jdbc, Tickets tickets, Timeline timeline, Reviewers reviewers, Duties duties, Differences differences,
             Plans plans, Clearances clearances, Switches switches, Contents contents, AuditLog audit, Clock clock) {
        this.contents = contents;
        this.switches = switches;
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.timeline = timeline;
        this.reviewers = reviewers;
        this.duties = duties;
        this.differences = differences;
        this.plans = plans;
        this.clearances = clearances;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return how many approvals by other people are still missing, if this was one; else 0
     * @throws NotTheirsToDecide if nobody is signed in, or segregation of duties or the group that was asked forbids it
     * @throws VerdictRefused    if a text is missing, too long or taken with no such outcome, nothing can be approved at the moment, or it is about another category by now
     */
    public int decide(Verdict verdict) {
        if (verdict.decidedBy() == null || verdict.decidedBy().isBlank()) {
            throw new NotTheirsToDecide("A decision needs a person who is signed in");
        }
        Asked asked = reviewers.asked(verdict.taskId());
        duties.mayDecide(asked, verdict.decidedBy());
        checkText(verdict);
        checkSwitch(verdict, asked);
        Ticket ticket = tickets.get(asked.ticket());
        checkCategory(verdict, asked, ticket);
        Map<String, String> proposed = differences.proposed(verdict, asked, ticket);
        String kept = contents.kept(ticket.number(), verdict.text());
        insert(verdict, asked, ticket, kept);
        differences.keep(verdict, ticket.number(), proposed);
        audit.write(ticket.number(), "HUMAN_DECISION", Actor.person(verdict.decidedBy()), content(verdict, asked, proposed));
        if (asked.decisionId() != null && verdict.outcome() != Outcome.APPROVE) {
            clearances.withdraw(asked.actionId());
        }
        int missing = verdict.outcome() == Outcome.APPROVE ? approved(verdict, asked) : 0;
        timeline.note(ticket.number(), sentence(verdict, proposed, missing, kept), verdict.decidedBy());
        return missing;
    }

    private int approved(Verdict verdict, Asked asked) {
        int missing = asked.actionId() == null ? 0 : clearances.mintForApproval(asked.actionId(), verdict.id());
        if (missing == 0) {
            tickets.setStatus(asked.ticket(), TicketStatus.IN_PROGRESS);
        }
        return missing;
    }

    private void insert(Verdict verdict, Asked asked, Ticket ticket, String kept) {
        String beneficiary = asked.actionId() == null ? null : plans.find(asked.actionId()).map(Plan::target).orElse(null);
        jdbc.sql("""
                insert into verdict (id, ticket_number, task_id, task, action_id, decision_id, outcome, decided_by, requester,
                                     beneficiary, category, text, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(verdict.id(), ticket.number(), asked.taskId(), asked.task(), asked.actionId(), asked.decisionId(),
                        verdict.outcome().word(), verdict.decidedBy(), ticket.requester(), beneficiary,
                        category(verdict, asked), kept, Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * What a person said last about the request of this ticket, as {@link Contents} keeps it, if they said it with this outcome.
     * What they wrote where something is taken back is not about the request, and stays among staff.
     */
    public Optional<String> lastText(String ticket, Outcome outcome) {
        return last(ticket, outcome).map(Said::text);
    }

    /** What a person said last that they did, if the requester has not said since that it is not solved. */
    public Optional<String> lastWork(String ticket) {
        Instant unsolved = tickets.unsolvedSince(ticket).orElse(Instant.EPOCH);
        return last(ticket, Outcome.DONE).filter(said -> said.at().isAfter(unsolved)).map(Said::text);
    }

    /** Who decided so at this task of the ticket, if that was the last word there. */
    public Optional<String> decidedBy(String ticket, String task, Outcome outcome) {
        return jdbc.sql("select outcome, decided_by from verdict where ticket_number = ? and task = ? order by decided_at desc limit 1").params(ticket, task)
                .query((row, i) -> row.getString("outcome").equals(outcome.word()) ? row.getString("decided_by") : "").optional()
                .filter(login -> !login.isEmpty());
    }

    private record Said(String outcome, String text, Instant at) {
    }

    private Optional<Said> last(String ticket, Outcome outcome) {
        return jdbc.sql("""
                select v.outcome, v.text, v.decided_at from verdict v where v.ticket_number = :ticket and v.task <> :settling and v.outcome in (:said)
                order by v.decided_at desc limit 1""")
                .param("ticket", ticket).param("settling", SETTLING).param("said", Outcome.withText().map(Outcome::word).toList())
                .query((row, i) -> new Said(row.getString("outcome"), row.getString("text"), row.getTimestamp("decided_at").toInstant())).optional()
                .filter(last -> last.outcome().equals(outcome.word()));
    }

    /** What they named, or approved as they saw it; {@code null} if they said nothing of it. */
    private static String category(Verdict verdict, Asked asked) {
        return switch (verdict.outcome()) {
            case CORRECT -> verdict.changed().get("category");
            case APPROVE -> asked.isAboutTheCategory() ? asked.category() : null;
            default -> null;
        };
    }

    /** What a person said last of what this ticket is about, if that was not taken before: each word counts once. */
    public Optional<SaidCategory> takeCategory(String ticket) {
        String open = " where ticket_number = ? and category is not null and category_taken_at is null";
        Optional<SaidCategory> last = jdbc.sql("select category, decided_by from verdict" + open + " order by decided_at desc limit 1").param(ticket)
                .query((row, i) -> new SaidCategory(row.getString("category"), row.getString("decided_by"))).optional();
        jdbc.sql("update verdict set category_taken_at = ?" + open).params(Timestamp.from(clock.instant()), ticket).update();
        return last;
    }

    private static void checkText(Verdict verdict) {
        if (verdict.outcome().needsText() && (verdict.text() == null || verdict.text().isBlank())) {
            throw new VerdictRefused("\"%s\" needs a text: please write it and try again".formatted(verdict.outcome().word()));
        }
        if (!verdict.outcome().needsText() && verdict.text() != null && !verdict.text().isBlank()) { // somebody thinks that they said something else
            throw new VerdictRefused("\"%s\" takes no text, and one was sent with it: nothing is decided. Please load the form anew and decide again"
                    .formatted(verdict.outcome().word()));
        }
        if (verdict.text() != null && verdict.text().length() > LONGEST_TEXT) {
            throw new VerdictRefused("The text has %d characters; %d is the most".formatted(verdict.text().length(), LONGEST_TEXT));
        }
    }

    /** What cannot begin is not approved either: the task waits, and whoever approves later knows that it acts. */
    private void checkSwitch(Verdict verdict, Asked asked) {
        boolean approves = verdict.outcome() == Outcome.APPROVE || verdict.outcome() == Outcome.EDIT;
        if (approves && asked.actionId() != null && switches.isStopped(Scope.EVERYTHING, "")) {
            throw new VerdictRefused("Every action is stopped at the moment: approve this when it is resumed, or decline it");
        }
    }

    /** What they saw is what they approve. */
    private static void checkCategory(Verdict verdict, Asked asked, Ticket ticket) {
        if (verdict.outcome() != Outcome.APPROVE || !asked.isAboutTheCategory()) {
            return;
        }
        if (asked.category() == null) {
            throw new VerdictRefused(("You were asked about %s before an upgrade, or before anybody had said what it is about: what you approve is not known. "
                    + "Please choose \"Correct\" and name the right category, also if it is the one that the form shows").formatted(ticket.number()));
        }
        if (!asked.category().equals(ticket.category())) {
            throw new VerdictRefused("%s is classified otherwise now than when you were asked: please look again, and name the right category instead of approving"
                    .formatted(ticket.number()));
        }
    }

    private static String sentence(Verdict verdict, Map<String, String> proposed, int missing, String text) {
        String what = switch (verdict.outcome()) {
            case APPROVE -> missing == 0 ? "Approved" : "Approved; somebody else has to approve as well";
            case EDIT -> "Changed the plan: " + Differences.words(verdict, proposed);
            case CORRECT -> "Corrected the category: " + Differences.words(verdict, proposed);
            case DECLINE -> "Declined";
            case DONE -> "Did the work";
            case ASK -> "Asked the requester";
            case TRANSFER -> "Transferred to another queue: " + Differences.words(verdict, proposed);
            case NOTE -> "Note";
            case RETRY -> "Had the desk try again";
        };
        return what + (text == null || text.isBlank() ? "" : ": " + text);
    }

    private static Map<String, Object> content(Verdict verdict, Asked asked, Map<String, String> proposed) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("verdictId", verdict.id());
        content.put("task", asked.task());
        content.put("taskId", asked.taskId());
        content.put("actionId", asked.actionId());
        content.put("decisionId", asked.decisionId());
        content.put("askedGroup", asked.group());
        content.put("form", verdict.form());
        content.put("outcome", verdict.outcome().word());
        content.put("text", Personal.text(verdict.text()));
        content.put("proposed", proposed);
        content.put("decided", verdict.changed());
        return content;
    }
}
