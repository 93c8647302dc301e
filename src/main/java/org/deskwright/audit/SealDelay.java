package org.deskwright.audit;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Until it has its seal an entry can be taken away without a trace; so if seals stay away for a minute, people have to know. */
@Component
class SealDelay implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SealDelay.class);

    private final RecordRows rows;
    private final Clock clock;
    private boolean said;

    SealDelay(JdbcClient jdbc, Clock clock) {
        this.rows = new RecordRows(jdbc);
        this.clock = clock;
    }

    /** Once, until it is over. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void check() {
        boolean late = rows.isLate(clock.instant());
        if (late && !said) {
            LOG.error("Entries of the record wait for their seal for more than a minute: until they have it, they can be taken away without a trace");
        }
        said = late;
    }

    /** With a status of its own: the desk works, and nobody should be sent away. */
    @Override
    public Health health() {
        return (rows.isLate(clock.instant()) ? Health.status("UNSEALED") : Health.up()).build();
    }
}
