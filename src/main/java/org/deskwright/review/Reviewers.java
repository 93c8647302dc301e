package org.deskwright.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.governance.Demand;
import org.deskwright.governance.Demands;
import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a task is put to: the group of the queue that the gate, or the ticket, names, and where segregation of duties leaves
 * nobody in it, the fallback groups in their order. Stored as the task comes up; what decides later is this, not the task,
 * whose links people can change.
 */
@Component
public class Reviewers {

    private final Tickets tickets;
    private final Timeline timeline;
    private final Taxonomy taxonomy;
    private final Demands demands;
    private final Duties duties;
    private final Directory directory;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reviewers(Tickets tickets, Timeline timeline, Taxonomy taxonomy, Demands demands, Duties duties, Directory directory,
              AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.audit = audit;
        this.tickets = tickets;
        this.timeline = timeline;
        this.taxonomy = taxonomy;
        this.demands = demands;
        this.duties = duties;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first group in which somebody may decide; the last one if nobody may anywhere, where the task waits for a member. */
    public String groupFor(Question question) {
        Ticket ticket = tickets.get(question.ticket());
        Optional<Demand> demand = demand(question);
        Set<String> barred = duties.barred(ticket, question.actionId(), answered(question, demand)).keySet();
        List<String> groups = groups(ticket, demand);
        try {
            return groups.stream().filter(group -> hasSomebodyBut(barred, group)).findFirst().orElse(groups.get(groups.size() - 1));
        } catch (DirectoryUnavailable unknown) {
            return groups.get(0); // people cannot be told apart now; who decides is checked again then
        }
    }

    /**
     * Stores whom the task asks: the group in which somebody may decide now, whatever its diagram says.
     *
     * @param form that the task shows; {@code null} if none
     * @return that group
     */
    public String ask(String taskId, Question question, ShownForm form) {
        Optional<Demand> demand = demand(question);
        Ticket ticket = tickets.get(question.ticket());
        String first = groups(ticket, demand).get(0);
        String group = groupFor(question);
        jdbc.sql("insert into review_request (task_id, ticket_number, task, action_id, decision_id, category, asked_group, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(taskId, question.ticket(), question.task(), question.actionId(), answered(question, demand), ticket.category(), group,
                        Timestamp.from(clock.instant()))
                .update();
        audit.write(question.ticket(), "ASKED", Actor.DESK, asked(taskId, ticket, question, demand, group, form));
        if (!group.equals(first)) {
            timeline.note(question.ticket(), "Nobody left in the group %s may decide on this: the group %s is asked".formatted(first, group), Timeline.DESK);
        }
        return group;
    }

    /** @throws NotTheirsToDecide if the desk never put this task to anybody */
    public Asked asked(String taskId) {
        return jdbc.sql("select * from review_request where task_id = ?").param(taskId)
                .query((row, i) -> new Asked(taskId, row.getString("ticket_number"), row.getString("task"),
                        row.getObject("action_id", UUID.class), row.getObject("decision_id", UUID.class), row.getString("category"), row.getString("asked_group")))
                .optional().orElseThrow(() -> new NotTheirsToDecide("This task came up before the desk kept whom it asks. It asks when it is started again"));
    }

    /** What the person has before their eyes: later it can be shown on what they decided. */
    private Map<String, Object> asked(String taskId, Ticket ticket, Question question, Optional<Demand> demand, String group, ShownForm form) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("taskId", taskId);
        asked.put("task", question.task());
        asked.put("group", group);
        asked.put("form", form);
        asked.put("actionId", question.actionId());
        asked.put("decisionId", answered(question, demand));
        asked.put("category", ticket.category());
        asked.put("confidence", ticket.confidence());
        asked.put("reasons", ticket.reasons());
        asked.put("request", readable(() -> ticket.request().map(text -> Personal.print(text.whole()))));
        asked.put("answers", readable(() -> ticket.said().map(said -> said.answered().stream().map(Personal::print).toList())));
        Told told = timeline.told(ticket.number());
        asked.put("lines", told.lines());
        asked.put("conversation", Personal.print(told.words()));
        return asked;
    }

    /** {@code null} if nobody can read it at the moment: then that is on the record. */
    private static <T> T readable(Supplier<Optional<T>> words) {
        try {
            return words.get().orElse(null);
        } catch (TextUnavailable silent) {
            return null;
        }
    }

    private Optional<Demand> demand(Question question) {
        return Optional.ofNullable(question.actionId()).map(id -> demands.of(id)
                .orElseThrow(() -> new IllegalStateException("The gate was never asked for the action " + id)));
    }

    /** The gate's answer that an approval here would answer; {@code null} if none can. */
    private static UUID answered(Question question, Optional<Demand> demand) {
        return question.clears() ? demand.map(Demand::decisionId).orElse(null) : null;
    }

    private List<String> groups(Ticket ticket, Optional<Demand> demand) {
        String queue = demand.map(Demand::queue).orElse(ticket.queue());
        return Stream.concat(Stream.of(taxonomy.queue(queue).group()), taxonomy.fallback().stream()).distinct().toList();
    }

    private boolean hasSomebodyBut(Set<String> barred, String group) {
        return directory.membersOf(group).stream().filter(Person::enabled).anyMatch(person -> !barred.contains(person.login()));
    }
}
