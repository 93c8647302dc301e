package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the seals say of the desk's clock. While the desk runs one follows the other within a minute, so time that went by in
 * small steps went by in truth; what lies in a leap may be time in which the desk was off, or a clock that was put forward.
 */
final class SealTimes {

    /** So much time has to be seen going by before entries go that the clock makes old, and once more before they are taken. */
    static final Duration WATCH = Duration.ofDays(1);
    /** The watch may be kept in parts: not every desk runs at night. */
    private static final Duration KEPT_WITHIN = Duration.ofDays(7);
    /** A few heartbeats. */
    static final Duration STEP = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    SealTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> last() {
        return jdbc.sql("select sealed_at from record.seal order by leaf_index desc limit 1").query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** Whether a clock that says so did not leap there. */
    boolean bearOut(Instant now) {
        return last().filter(last -> Duration.between(last, now).abs().compareTo(STEP) <= 0).isPresent() && isWatched(0, now.minus(KEPT_WITHIN), now.plus(STEP));
    }

    /** Whether the watch was kept since this entry was sealed, and the clock was not put back before it. */
    boolean areFarBehind(SealedEntry entry) {
        return last().filter(last -> !last.isBefore(entry.sealedAt().plus(WATCH)) && isWatched(entry.index(), entry.sealedAt(), last)).isPresent();
    }

    private boolean isWatched(long fromPlace, Instant from, Instant to) {
        double seconds = jdbc.sql("""
                select coalesce(sum(step), 0) from (
                    select sealed_at, extract(epoch from sealed_at) - extract(epoch from lag(sealed_at) over (order by leaf_index)) as step
                    from record.seal where leaf_index >= ?) steps
                where sealed_at between ? and ? and step between 0 and ?""").params(fromPlace, Timestamp.from(from), Timestamp.from(to), STEP.toSeconds()).query(Double.class).single();
        return seconds >= WATCH.toSeconds();
    }
}
