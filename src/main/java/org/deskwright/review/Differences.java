package org.deskwright.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the desk proposed and what a person made of it; the desk learns from these. */
@Component
class Differences {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Plans plans;

    Differences(JdbcClient jdbc, Plans plans) {
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

    /** {@code network → software}; empty if nothing was changed. */
    static String words(Verdict verdict, Map<String, String> proposed) {
        return verdict.changed().entrySet().stream()
                .map(change -> "%s → %s".formatted(proposed.get(change.getKey()), change.getValue())).collect(Collectors.joining(", "));
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(values));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
