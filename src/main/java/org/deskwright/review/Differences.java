package org.deskwright.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the desk proposed and what a person made of it; the desk learns from these. */
@Component
public class Differences {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Clock clock;

    Differences(JdbcClient jdbc, Plans plans, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.plans = plans;
    }

    /** The proposal in the names of what was changed, as it was put to the person. */
    Map<String, String> proposed(Verdict verdict, Asked asked, Ticket ticket) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("category", asked.category());
        all.put("queue", ticket.queue());
        if (asked.actionId() != null) {
            all.putAll(plans.find(asked.actionId()).map(Plan::parameters).orElse(Map.of()));
        }
        all.keySet().retainAll(verdict.changed().keySet());
        return all;
    }

    void keep(Verdict verdict, String ticket, Map<String, String> proposed) {
        if (!verdict.changed().isEmpty()) {
            jdbc.sql("insert into decision_difference (verdict_id, ticket_number, proposed, decided) values (?, ?, ?, ?)")
                    .params(verdict.id(), ticket, json(proposed), json(verdict.changed())).update();
        }
    }

    /** What a person changed last on this ticket in that way, if the desk has not done so yet: each word counts once. */
    public Optional<Change> take(String ticket, Outcome outcome) {
        Optional<UUID> last = jdbc.sql("""
                select d.verdict_id from decision_difference d join verdict v on v.id = d.verdict_id
                where d.ticket_number = ? and v.outcome = ? and d.taken_at is null order by v.decided_at desc limit 1""")
                .params(ticket, outcome.word()).query(UUID.class).optional();
        return last.filter(verdict -> isTakenNow(ticket, outcome)).map(this::change);
    }

    private boolean isTakenNow(String ticket, Outcome outcome) {
        return jdbc.sql("""
                update decision_difference set taken_at = ? where ticket_number = ? and taken_at is null
                and verdict_id in (select id from verdict where ticket_number = ? and outcome = ?)""")
                .params(Timestamp.from(clock.instant()), ticket, ticket, outcome.word()).update() > 0;
    }

    private Change change(UUID verdict) {
        return jdbc.sql("select v.action_id, d.decided from decision_difference d join verdict v on v.id = d.verdict_id where v.id = ?").param(verdict)
                .query((row, i) -> new Change(row.getObject("action_id", UUID.class), values(row.getString("decided")))).single();
    }

    /** {@code network → software}, or what was named where the proposal is not known; empty if nothing was changed. */
    static String words(Verdict verdict, Map<String, String> proposed) {
        return verdict.changed().entrySet().stream().filter(change -> !change.getValue().equals(proposed.get(change.getKey())))
                .map(change -> Stream.of(proposed.get(change.getKey()), change.getValue()).filter(Objects::nonNull)
                        .map(value -> inWords(change.getKey(), value)).collect(Collectors.joining(" → ")))
                .collect(Collectors.joining(", "));
    }

    private static String inWords(String name, String value) {
        return name.equals("lasts") && value.startsWith("P") ? Plan.inWords(Duration.parse(value)) : value;
    }

    private static Map<String, String> values(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(values));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
