package org.deskwright.ticket;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

/** How long the desk goes on with what it owes somebody and cannot do: often at first, then seldom, and from then on people know. */
public final class Patience {

    /** So long nobody else looks at the same. */
    public static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    /** So long the desk tries alone; the retries of a step are over by then. */
    public static final Duration UNTIL_PEOPLE_KNOW = Duration.ofMinutes(3);
    /** From then on what keeps it is not mended in a hurry; before, one look has found the patience over. */
    public static final Duration UNTIL_SELDOM = UNTIL_PEOPLE_KNOW.plusSeconds(30);
    /** What people have is tried again now and then: what kept the desk from it may be over. */
    public static final Duration ONCE_SELDOM = Duration.ofMinutes(10);
    /** So many are looked at in one turn. */
    public static final int AT_ONCE = 50;

    private Patience() {
    }

    /** This long before now, as databases keep it. */
    public static Timestamp ago(Clock clock, Duration time) {
        return Timestamp.from(clock.instant().minus(time));
    }
}
