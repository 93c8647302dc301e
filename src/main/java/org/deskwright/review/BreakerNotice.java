package org.deskwright.review;

import java.util.Map;

import org.deskwright.correspondence.Correspondence;
import org.deskwright.governance.Breaker;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Timeline;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the security team that the breaker has opened, once for all nodes, and after a crash as well. */
@Component
class BreakerNotice {

    private static final String TOLD = "security";

    private final Breaker breaker;
    private final Correspondence correspondence;
    private final Timeline timeline;
    private final Taxonomy taxonomy;

    BreakerNotice(Breaker breaker, Correspondence correspondence, Timeline timeline, Taxonomy taxonomy) {
        this.breaker = breaker;
        this.correspondence = correspondence;
        this.timeline = timeline;
        this.taxonomy = taxonomy;
    }

    @Scheduled(fixedDelayString = "${desk.limits.notice-interval:5s}")
    @Transactional
    public void tell() {
        breaker.takeUntold().ifPresent(open -> {
            correspondence.alert(taxonomy.queue(TOLD).group(), "breaker-opened", Map.of("why", open.why(), "number", open.ticket()));
            timeline.note(open.ticket(), "The breaker for password resets has opened here: %s".formatted(open.why()), Timeline.DESK);
        });
    }
}
