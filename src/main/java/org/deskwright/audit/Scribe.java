package org.deskwright.audit;

import java.time.Clock;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

/** Puts facts into the words of the record, the same for every connection they are written on. */
public class Scribe {

    private final Pseudonyms pseudonyms;
    private final WritersMark mark;
    private final StepUnderWay step;
    private final Clock clock;

    Scribe(Pseudonyms pseudonyms, WritersMark mark, StepUnderWay step, Clock clock) {
        this.step = step;
        this.pseudonyms = pseudonyms;
        this.mark = mark;
        this.clock = clock;
    }

    /** A log whose entries live and die with the transactions on these connections. */
    public AuditLog on(JdbcTemplate connections) {
        return new AuditLog(connections, this);
    }

    Entry entry(String ticket, String kind, Actor who, Map<String, ?> content) {
        return Entry.of(clock.instant(), ticket, kind, pseudonyms.of(who), who.model(), step.now().orElse(null), pseudonyms.of(ticket, who, content));
    }

    byte[] mark(Entry entry) {
        return mark.of(entry.body());
    }
}
