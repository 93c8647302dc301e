package org.deskwright.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.ticket.Answer;
import org.deskwright.ticket.Answers;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.ReplyReceived;
import org.deskwright.ticket.Word;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the desk itself asked on each ticket, and which messages answer it: all that its requester writes from the question until
 * a step has read the answer. The words stay with the message, kept and forgotten as the request's are.
 */
@Component
public class Clarifications implements Answers {

    /** On one ticket; the table takes no more either. */
    public static final int MOST = 2;

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    Clarifications(JdbcClient jdbc, Contents contents, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
    }

    public List<Clarification> of(String ticket) {
        return jdbc.sql("select * from clarification where ticket_number = ? order by place").param(ticket).query(Clarifications::clarification).list();
    }

    /** The one whose answer is awaited. */
    public Optional<Clarification> open(String ticket) {
        return of(ticket).stream().filter(Clarification::isOpen).findFirst();
    }

    @Override
    public List<Answer> to(String ticket) {
        return jdbc.sql("""
                select i.place, i.need, m.body from message m join clarification i on i.id = m.clarification where i.ticket_number = ?
                order by i.place, m.created_at, m.id""")
                .param(ticket).query((row, i) -> new Answer(row.getInt("place"), row.getString("need"), row.getString("body"))).list();
    }

    /** In the transaction in which it is stored. */
    @EventListener
    void on(ReplyReceived event) {
        open(event.number()).ifPresent(clarification -> jdbc.sql("update message set clarification = ? where id = ?").params(clarification.id(), event.reply()).update());
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException if as many were asked as may be */
    Clarification add(String ticket, String need, String language, String words, List<String> offered) {
        jdbc.sql("insert into clarification (id, ticket_number, place, need, language, words, offered, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), ticket, of(ticket).size() + 1, need, language, words, String.join("\n", offered), now()).update();
        return open(ticket).orElseThrow();
    }

    void reminded(Clarification clarification) {
        jdbc.sql("update clarification set reminded_at = ? where id = ?").params(now(), clarification.id()).update();
    }

    /** What is written from now on does not answer it. */
    void end(Clarification clarification, Clarification.Outcome outcome) {
        jdbc.sql("update clarification set outcome = ?, ended_at = ? where id = ? and outcome is null").params(outcome.word(), now(), clarification.id()).update();
    }

    /** For people to read, the earliest first. */
    public List<String> shown(String ticket, Clarification clarification) {
        return kept(clarification.id()).stream().map(kept -> contents.shown(ticket, kept)).toList();
    }

    boolean isAnswered(Clarification clarification) {
        return !kept(clarification.id()).isEmpty();
    }

    /** @throws org.deskwright.ticket.TextUnavailable if it cannot be fetched at the moment */
    List<String> answersTo(String ticket, Clarification clarification) {
        return kept(clarification.id()).stream().flatMap(kept -> contents.read(ticket, kept).stream()).toList();
    }

    private List<String> kept(UUID clarification) {
        return jdbc.sql("select body from message where clarification = ? order by created_at, id").param(clarification).query(String.class).list();
    }

    private static Clarification clarification(ResultSet row, int i) throws SQLException {
        String offered = row.getString("offered");
        String outcome = row.getString("outcome");
        Timestamp reminded = row.getTimestamp("reminded_at");
        return new Clarification(row.getObject("id", UUID.class), row.getInt("place"), row.getString("need"), row.getString("language"), row.getString("words"),
                offered.isEmpty() ? List.of() : List.of(offered.split("\n")), row.getTimestamp("asked_at").toInstant(),
                reminded == null ? null : reminded.toInstant(), outcome == null ? null : Word.require(Clarification.Outcome.class, outcome));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
