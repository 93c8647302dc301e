package org.deskwright.audit;

import java.sql.Timestamp;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Append-only: one entry per fact, written in the transaction of the fact. There is one bean on the application's
 * connections and one on the ledger's, so that an entry lives and dies with what it records.
 */
public class AuditLog {

    private final JdbcClient jdbc;
    private final Scribe scribe;

    AuditLog(JdbcClient jdbc, Scribe scribe) {
        this.jdbc = jdbc;
        this.scribe = scribe;
    }

    /**
     * @param ticket  null if the fact belongs to none
     * @param kind    what happened, upper case, for instance {@code INTENT}
     * @param content facts only, no secrets; what says something about a person as {@link Personal}
     * @throws IllegalArgumentException if the entry is larger than {@link Entry#LARGEST}
     */
    public void write(String ticket, String kind, Actor who, Map<String, ?> content) {
        Entry entry = scribe.entry(ticket, kind, who, content);
        jdbc.sql("insert into record.entry (uid, at, ticket_number, kind, who, body, mac) values (?, ?, ?, ?, ?, ?, ?)")
                .params(entry.uid(), Timestamp.from(entry.at()), ticket, kind, entry.who(), entry.body(), scribe.mark(entry)).update();
    }
}
