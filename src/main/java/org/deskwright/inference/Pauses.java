package org.deskwright.inference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Time as calls spend it, so that tests need not. */
interface Pauses {

    Pauses REAL = new Pauses() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        }

        @Override
        public Duration upTo(Duration most) {
            return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most.toNanos() + 1));
        }
    };

    /** Of a clock that nobody puts back. */
    long nanos();

    /** The same time, counted from no certain point. */
    default Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.EPOCH.plusNanos(nanos());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    void pause(Duration time) throws InterruptedException;

    /** By chance, so that what failed together does not come back together. */
    Duration upTo(Duration most);
}
