package org.deskwright.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;

import org.deskwright.governance.Plan;
import org.springframework.stereotype.Component;

/** What people read who have to take an action back where the desk cannot, and by when: within the hour. */
@Component
class Urgency {

    private static final int HIGHEST = 1;
    private static final Duration TAKEN_UP_WITHIN = Duration.ofMinutes(15);
    private static final Duration SETTLED_WITHIN = Duration.ofHours(1);

    private final Clock clock;

    Urgency(Clock clock) {
        this.clock = clock;
    }

    /** Values by variable. */
    Map<String, Object> of(Plan action) {
        return Map.of(Variables.PRIORITY.name(), HIGHEST,
                Variables.RESPONSE_DUE.name(), Date.from(clock.instant().plus(TAKEN_UP_WITHIN)),
                Variables.RESOLUTION_DUE.name(), Date.from(clock.instant().plus(SETTLED_WITHIN)));
    }
}
