package org.deskwright.correspondence;

import java.time.Instant;
import java.util.List;

import org.deskwright.ticket.Contents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails with which nothing was done, so that staff can see whether one of them should have been a request. */
@Component
public class SetAside {

    private static final String STATE = "set-aside";

    private final JdbcClient jdbc;
    private final Contents contents;

    SetAside(JdbcClient jdbc, Contents contents) {
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /**
     * @param from   address as claimed; empty if none could be read
     * @param why    in words, for people
     * @param ticket on which it came, or {@code null}
     */
    public record Mail(Instant at, String from, String subject, String why, String ticket) {
    }

    /**
     * Newest first.
     *
     * @param page counts from 0
     */
    public List<Mail> page(int page, int size) {
        return jdbc.sql("select * from message where state = ? order by created_at desc, id limit ? offset ?")
                .params(STATE, size, (long) page * size)
                .query((row, i) -> new Mail(row.getTimestamp("created_at").toInstant(), row.getString("address"), row.getString("subject"),
                        row.getString("why"), row.getString("ticket_number"))).list().stream().map(this::shown).toList();
    }

    private Mail shown(Mail mail) {
        return new Mail(mail.at(), mail.from(), contents.shown(null, mail.subject()), contents.shown(null, mail.why()), mail.ticket());
    }

    public long count() {
        return jdbc.sql("select count(*) from message where state = ?").param(STATE).query(Long.class).single();
    }
}
