package org.deskwright.drafting;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.ticket.Contents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest text of each kind that a model wrote of a ticket that is still open, as {@link Contents} keeps it. */
@Component
public class MachineTexts {

    private final JdbcClient jdbc;
    private final Contents contents;
    private final AuditLog audit;
    private final Clock clock;

    MachineTexts(JdbcClient jdbc, Contents contents, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.contents = contents;
        this.clock = clock;
    }

    /** For the people who work on it. */
    public Optional<MachineText> of(String ticket, Kind kind) {
        return jdbc.sql("select text, model, written_at from machine_text where ticket_number = ? and kind = ?").params(ticket, word(kind))
                .query((row, i) -> new MachineText(contents.shown(ticket, row.getString("text")), row.getString("model"), row.getTimestamp("written_at").toInstant()))
                .optional();
    }

    /** What goes when the ticket is closed, the record does not keep either. */
    void keep(String ticket, Kind kind, String text, String model) {
        drop(ticket, kind);
        jdbc.sql("insert into machine_text (ticket_number, kind, text, model, written_at) values (?, ?, ?, ?, ?)")
                .params(ticket, word(kind), contents.kept(ticket, text), model, Timestamp.from(clock.instant())).update();
        audit.write(ticket, "WRITTEN", Actor.performer("model " + model), Map.of("step", word(kind), "model", model,
                "text", contents.staysForGood() ? Personal.text(text) : Personal.print(text)));
    }

    /** @param model {@code null} if none was named */
    void leave(String ticket, Kind kind, Unwritten why, String model) {
        Map<String, Object> facts = new HashMap<>(Map.of("step", word(kind), "reason", why.word()));
        Optional.ofNullable(model).ifPresent(named -> facts.put("model", named));
        audit.write(ticket, "NOT_WRITTEN", Actor.DESK, facts);
    }

    void drop(String ticket, Kind kind) {
        jdbc.sql("delete from machine_text where ticket_number = ? and kind = ?").params(ticket, word(kind)).update();
    }

    /** Nobody works on it any more. */
    public void closed(String ticket) {
        for (Kind kind : Kind.values()) {
            drop(ticket, kind);
        }
    }

    private static String word(Kind kind) {
        return kind.skill().word();
    }
}
