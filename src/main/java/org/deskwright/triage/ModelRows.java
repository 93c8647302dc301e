package org.deskwright.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.learning.Comparison;
import org.deskwright.learning.Provenance;
import org.deskwright.learning.Retraining.Retrained;
import org.deskwright.ticket.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the models; what may become of one, {@link LearnedModels} says. */
@Component
class ModelRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ModelRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first, the shipped one last. */
    List<LearnedModel> all() {
        return jdbc.sql("select * from classifier_model order by trained_at desc nulls last").query(this::row).list();
    }

    Optional<LearnedModel> find(String hash) {
        return jdbc.sql("select * from classifier_model where hash = ?").param(hash).query(this::row).optional();
    }

    String active() {
        return jdbc.sql("select hash from classifier_model where active").query(String.class).single();
    }

    /** Until the transaction ends nobody else changes any of them. */
    void hold() {
        jdbc.sql("select hash from classifier_model order by hash for update").query(String.class).list();
    }

    Optional<byte[]> content(String hash) {
        return jdbc.sql("select content from classifier_model where hash = ? and content is not null").param(hash)
                .query((row, i) -> row.getBytes("content")).optional();
    }

    void add(String hash, byte[] content, Retrained model, String comparedWith, String by) {
        jdbc.sql("""
                insert into classifier_model (hash, state, content, provenance, comparison, compared_with, learned, learned_until, trained_by, trained_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(hash, ModelState.CANDIDATE.word(), content, write(model.model().provenance()), write(model.comparison()), comparedWith,
                        model.learned(), timestamp(model.learnedUntil()), by, timestamp(model.model().provenance().trainedAt()))
                .update();
    }

    /** The weights of what was declined go: nothing needs them any more. */
    void decline(String hash, String why) {
        jdbc.sql("update classifier_model set state = ?, content = null, reason = ? where hash = ?").params(ModelState.DECLINED.word(), why, hash).update();
    }

    void activate(String hash, String by, String why, Instant now) {
        jdbc.sql("update classifier_model set state = ?, active = null where active").param(ModelState.FORMER.word()).update();
        jdbc.sql("update classifier_model set state = ?, active = true, active_since = ?, active_by = ?, reason = ? where hash = ?")
                .params(ModelState.ACTIVE.word(), timestamp(now), by, why, hash).update();
    }

    private LearnedModel row(ResultSet row, int i) throws SQLException {
        return new LearnedModel(row.getString("hash"), Word.require(ModelState.class, row.getString("state")), read(row.getString("provenance"), Provenance.class),
                read(row.getString("comparison"), Comparison.class), row.getString("compared_with"), row.getInt("learned"),
                instant(row, "learned_until"), row.getString("trained_by"), instant(row, "trained_at"), instant(row, "active_since"),
                row.getString("active_by"), row.getString("reason"));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the table classifier_model was changed", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
