package org.deskwright.triage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trainings that were asked for, one at a time on all nodes together. */
@Component
class RetrainingRows {

    static final String FAILED = "failed";
    /** A node that has said nothing for so long is gone. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    RetrainingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws ModelRefused if one runs already */
    UUID begin(String by) {
        jdbc.sql("update retraining set running = null, ended_at = ?, result = ?, words = ? where running and seen_at < ?")
                .params(now(), FAILED, "The node that trained it is gone", Timestamp.from(clock.instant().minus(PATIENCE))).update();
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("insert into retraining (id, running, asked_by, begun_at, seen_at, doing, done, steps) values (?, true, ?, ?, ?, ?, 0, 1)")
                    .params(id, by, now(), now(), "reading closed tickets").update();
            return id;
        } catch (DuplicateKeyException running) {
            throw new ModelRefused("A retraining runs already: please wait for what comes of it");
        }
    }

    void step(UUID id, String doing, int done, int steps) {
        jdbc.sql("update retraining set doing = ?, done = ?, steps = ?, seen_at = ? where id = ? and running").params(doing, done, steps, now(), id).update();
    }

    void beat(UUID id) {
        jdbc.sql("update retraining set seen_at = ? where id = ? and running").params(now(), id).update();
    }

    /** @return {@code false} if it was taken for lost meanwhile: then nothing may come of it */
    boolean end(UUID id, String result, String words, String model) {
        return jdbc.sql("update retraining set running = null, ended_at = ?, result = ?, words = ?, model = ? where id = ? and running")
                .params(now(), result, words, model, id).update() == 1;
    }

    Optional<RetrainingRun> latest() {
        return jdbc.sql("select * from retraining order by begun_at desc limit 1").query((row, i) -> new RetrainingRun(row.getObject("id", UUID.class),
                row.getString("asked_by"), row.getTimestamp("begun_at").toInstant(), row.getString("doing"), row.getInt("done"), row.getInt("steps"),
                ModelRows.instant(row, "ended_at"), row.getString("result"), row.getString("words"), row.getString("model"))).optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
