package org.deskwright.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.ticket.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the gate answered, as it was kept: for whoever wants to know why. */
@Component
public class GateDecisions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Evaluation>> EVALUATIONS = new TypeReference<>() { };

    private final JdbcClient jdbc;

    GateDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<GateDecision> find(UUID id) {
        return jdbc.sql("select * from gate_decision where id = ?").param(id).query(GateDecisions::decision).optional();
    }

    /** The last one about the ticket itself, not about an action. */
    public Optional<GateDecision> lastOn(String ticket) {
        return jdbc.sql("select * from gate_decision where ticket_number = ? and action_id is null order by ordinal desc limit 1")
                .param(ticket).query(GateDecisions::decision).optional();
    }

    private static GateDecision decision(ResultSet row, int i) throws SQLException {
        Instant at = row.getTimestamp("decided_at").toInstant();
        return new GateDecision(row.getObject("id", UUID.class), row.getString("ticket_number"), row.getObject("action_id", UUID.class),
                Word.require(Step.class, row.getString("step")), Word.require(Autonomy.class, row.getString("autonomy")),
                row.getString("reasons").lines().toList(), row.getString("review_queue"), row.getInt("approvals"),
                evaluations(row.getString("evaluations")), at);
    }

    private static List<Evaluation> evaluations(String json) {
        try {
            return JSON.readValue(json, EVALUATIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored decision cannot be read", e);
        }
    }
}
