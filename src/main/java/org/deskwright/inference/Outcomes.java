package org.deskwright.inference;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether people agreed with what a model said: what its certainty is worth can be told from that alone. */
@Component
public class Outcomes {

    private static final int LATEST = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Outcomes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param said how sure the model was, in [0, 1] */
    public record Outcome(double said, boolean right) {
    }

    /**
     * In the transaction in which it became known.
     *
     * @param identity of the reply
     */
    public void keep(String identity, String category, double said, boolean right) {
        jdbc.sql("insert into model_outcome (id, model, category, said, was_right, known_at) values (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), identity, category, said, right, Timestamp.from(clock.instant())).update();
    }

    /** The latest 5,000. */
    public List<Outcome> of(String identity, String category) {
        return jdbc.sql("select said, was_right from model_outcome where model = ? and category = ? order by known_at desc limit ?")
                .params(identity, category, LATEST).query((row, i) -> new Outcome(row.getDouble("said"), row.getBoolean("was_right"))).list();
    }
}
