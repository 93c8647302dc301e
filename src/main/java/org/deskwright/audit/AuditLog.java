package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Append-only: one entry per fact, written in the transaction of the fact. There is one bean on the application's
 * connections and one on the ledger's, so that an entry lives and dies with what it records.
 */
public class AuditLog {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    public AuditLog(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param kind    what happened, upper case, for instance {@code INTENT}
     * @param who     login of a person, or the performer with its version
     * @param content facts only; no request text, no secrets
     */
    public void write(String ticket, String kind, String who, Map<String, ?> content) {
        try {
            jdbc.sql("insert into audit_entry (at, ticket_number, kind, who, content) values (?, ?, ?, ?, ?)")
                    .params(Timestamp.from(clock.instant()), ticket, kind, who, json.writeValueAsString(content)).update();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be recorded: " + kind, e);
        }
    }
}
