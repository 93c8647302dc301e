package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Append-only: one entry per fact, written in the transaction of the fact. There is one bean on the application's
 * connections and one on the ledger's, so that an entry lives and dies with what it records.
 */
public class AuditLog {

    private final JdbcClient jdbc;
    private final WritersMark mark;
    private final Clock clock;

    public AuditLog(JdbcClient jdbc, WritersMark mark, Clock clock) {
        this.jdbc = jdbc;
        this.mark = mark;
        this.clock = clock;
    }

    /**
     * @param ticket  null if the fact belongs to none
     * @param kind    what happened, upper case, for instance {@code INTENT}
     * @param who     login of a person, or the performer with its version
     * @param content facts only; no request text, no secrets
     * @throws IllegalArgumentException if the entry is larger than {@link Entry#LARGEST}
     */
    public void write(String ticket, String kind, String who, Map<String, ?> content) {
        Entry entry = Entry.of(clock.instant(), ticket, kind, who, content);
        jdbc.sql("insert into record.entry (uid, at, ticket_number, kind, who, body, mac) values (?, ?, ?, ?, ?, ?, ?)")
                .params(entry.uid(), Timestamp.from(entry.at()), ticket, kind, who, entry.body(), mark.of(entry.body())).update();
    }
}
