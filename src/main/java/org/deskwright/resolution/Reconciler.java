package org.deskwright.resolution;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds out what became of actions whose outcome is unknown, also when no process asks any more. */
@Component
class Reconciler {

    private final Actions actions;

    Reconciler(Actions actions) {
        this.actions = actions;
    }

    @Scheduled(fixedDelayString = "${desk.reconcile-every:5s}")
    void settle() {
        actions.settleOpen();
    }
}
