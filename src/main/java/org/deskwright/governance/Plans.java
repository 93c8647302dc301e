package org.deskwright.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.CanonicalJson;
import org.deskwright.audit.Personal;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Planned actions; a plan is never changed, another one is made. */
@Component
public class Plans {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Plans(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Mints the action's id. The target is a verified subject: no text can name one.
     *
     * @throws IllegalArgumentException if the step does not act so, or the parameters are not what the type needs
     */
    public Plan make(Ticket ticket, Step step, ActionType type, VerifiedSubject target, Map<String, String> parameters) {
        return make(ticket.number(), step, type, target, parameters, ticket.category(), ticket.confidence(), author(ticket.confidence()));
    }

    /**
     * Plans to take an action back, at the same target and as far as that action went.
     *
     * @param holder who the action was aimed at, as the directory knows them now
     * @throws IllegalArgumentException if it is somebody else, or nothing takes such an action back
     */
    public Plan makeInverse(Plan action, VerifiedSubject holder) {
        ActionType inverse = action.inverse().orElseThrow(() -> new IllegalArgumentException("Nothing takes the action %s back".formatted(action.id())));
        if (!holder.login().equals(action.target())) {
            throw new IllegalArgumentException("The action %s was not aimed at %s".formatted(action.id(), holder.login()));
        }
        return make(action.ticket(), Step.REVOKE_ACTION, inverse, holder, action.type().inverseParameters(action.id(), action.parameters()), action.category(),
                action.confidence(), Actor.DESK); // on somebody's demand, which has an entry of its own, and on no classifier's word
    }

    private static Actor author(Confidence confidence) {
        return confidence == null ? Actor.performer(Confidence.missing().source()) : Actor.performer(confidence.source(), confidence.dataHash());
    }

    private Plan make(String ticket, Step step, ActionType type, VerifiedSubject target, Map<String, String> parameters, String category,
                      Confidence confidence, Actor author) {
        if (!step.actionTypes().contains(type)) {
            throw new IllegalArgumentException("The step \"%s\" does not act by \"%s\"".formatted(step.word(), type.word()));
        }
        type.check(parameters);
        UUID id = UUID.randomUUID();
        Plan plan = new Plan(id, ticket, step, type, target.login(), Map.copyOf(parameters), category,
                Optional.ofNullable(confidence).orElseGet(Confidence::missing),
                Digest.of(id, ticket, type, target.login(), parameters), clock.instant());
        jdbc.sql("""
                insert into action_plan (id, ticket_number, step, type, target, parameters, category, confidence, confidence_raw, calibrated, confidence_source, confidence_n,
                    confidence_method, confidence_data_hash, digest, planned_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, plan.ticket(), step.word(), type.word(), plan.target(), CanonicalJson.of(parameters), plan.category(),
                        plan.confidence().value(), plan.confidence().raw(), plan.confidence().calibrated(), plan.confidence().source(), plan.confidence().n(),
                        plan.confidence().method(), plan.confidence().dataHash(), plan.digest(),
                        Timestamp.from(plan.plannedAt()))
                .update();
        audit.write(plan.ticket(), "PLAN", author, Map.of("actionId", id, "type", type.word(),
                "target", Personal.login(plan.target()), "parameters", parameters, "digest", Personal.print(plan.digest())));
        return plan;
    }

    public Optional<Plan> find(UUID id) {
        return jdbc.sql("select * from action_plan where id = ?").param(id).query(Plans::plan).optional();
    }

    /** @throws IllegalArgumentException if there is none */
    public Plan get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no planned action " + id));
    }

    public List<Plan> of(String ticket) {
        return jdbc.sql("select * from action_plan where ticket_number = ? order by planned_at").param(ticket)
                .query(Plans::plan).list();
    }

    private static Confidence confidence(ResultSet row) throws SQLException {
        double value = row.getDouble("confidence");
        return Confidence.isProbability(value)
                ? new Confidence(value, row.getDouble("confidence_raw"), row.getBoolean("calibrated"), row.getString("confidence_source"), row.getInt("confidence_n"),
                        row.getString("confidence_method"), row.getString("confidence_data_hash"))
                : Confidence.missing();
    }

    private static Plan plan(ResultSet row, int i) throws SQLException {
        try {
            return new Plan(row.getObject("id", UUID.class), row.getString("ticket_number"),
                    Word.require(Step.class, row.getString("step")), Word.require(ActionType.class, row.getString("type")),
                    row.getString("target"), JSON.readValue(row.getString("parameters"), new TypeReference<>() { }),
                    row.getString("category"), confidence(row),
                    row.getString("digest"), row.getTimestamp("planned_at").toInstant());
        } catch (JsonProcessingException e) {
            throw new SQLException("The parameters of a plan are not JSON", e);
        }
    }
}
