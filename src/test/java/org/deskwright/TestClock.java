package org.deskwright;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when a test says so. */
public final class TestClock extends Clock {

    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private volatile Runnable onLook = () -> { };

    /** Runs each time somebody looks at the clock: a place to hold threads until they stand side by side. */
    public void onLook(Runnable step) {
        onLook = step;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        onLook.run();
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
