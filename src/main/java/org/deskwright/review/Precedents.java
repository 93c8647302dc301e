package org.deskwright.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.deskwright.ticket.Contents;
import org.deskwright.ticket.Reader;
import org.deskwright.ticket.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How people decided before on the same: the same action with the same parameters, or at the same task on the same category. */
@Component
public class Precedents {

    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Contents contents;

    Precedents(JdbcClient jdbc, Contents contents) {
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /** @param text what they said with it, or {@code null} */
    public record Precedent(String ticket, Outcome outcome, String decidedBy, Instant decidedAt, String text) {
    }

    /**
     * Newest first. Notes, questions and transfers decided nothing.
     *
     * @param reader is not told of requests of their own, nor of those that they may not read
     */
    public List<Precedent> of(Asked asked, Reader reader) {
        return asked.actionId() == null ? onCategory(asked, reader) : onAction(asked, reader);
    }

    private List<Precedent> onAction(Asked asked, Reader reader) {
        return query("""
                join action_plan p on p.id = v.action_id
                join action_plan now on now.type = p.type and now.parameters = p.parameters
                where now.id = :action and v.ticket_number <> :ticket""", Map.of("action", asked.actionId(), "ticket", asked.ticket()), reader);
    }

    private List<Precedent> onCategory(Asked asked, Reader reader) {
        return query("""
                join ticket t on t.number = v.ticket_number
                join ticket now on now.category = t.category
                where v.task = :task and now.number = :ticket and v.ticket_number <> now.number""", Map.of("task", asked.task(), "ticket", asked.ticket()), reader);
    }

    private List<Precedent> query(String where, Map<String, ?> parameters, Reader reader) {
        return jdbc.sql("select v.ticket_number, v.outcome, v.decided_by, v.decided_at, v.text from verdict v " + where
                        + " and v.outcome not in ('ask', 'note', 'transfer') and v.ticket_number in (select number from ticket where " + reader.worksOn()
                        + ") order by v.decided_at desc limit " + MOST)
                .params(parameters).params(reader.worksOnParameters())
                .query((row, i) -> new Precedent(row.getString("ticket_number"), Word.require(Outcome.class, row.getString("outcome")),
                        row.getString("decided_by"), row.getTimestamp("decided_at").toInstant(), row.getString("text")))
                .list().stream().map(it -> new Precedent(it.ticket(), it.outcome(), it.decidedBy(), it.decidedAt(), contents.shown(it.ticket(), it.text()))).toList();
    }
}
