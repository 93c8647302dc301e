package org.deskwright.resolution;

import java.time.Clock;
import java.util.Optional;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a person says that they took back. Their word is held against the target, and stands alone only where that does not answer. */
@Component
class ByHand {

    private static final Logger LOG = LoggerFactory.getLogger(ByHand.class);

    private final Holdings holdings;
    private final Clock clock;

    ByHand(Holdings holdings, Clock clock) {
        this.clock = clock;
        this.holdings = holdings;
    }

    /**
     * @param seen   whether the target shows, or has shown before, that it is gone
     * @param keptBy as {@link Holdings#keptWithout}; {@code null} if nothing keeps it
     */
    record Look(boolean seen, String keptBy) {
    }

    /**
     * @param effect of such actions
     * @throws StillStands if it is as the action left it, and nothing else keeps it so
     */
    Look look(Plan action, Effect effect) {
        Optional<String> kept = action.type() == ActionType.ADD_TO_GROUP ? holdings.keptWithout(action.id(), action, clock.instant()) : Optional.empty();
        return kept.map(by -> new Look(false, by)).orElseGet(() -> new Look(holdings.isGone(action.id()) || isGone(action, effect), null));
    }

    private static boolean isGone(Plan action, Effect effect) {
        Optional<String> standing;
        try {
            standing = effect.standing(action);
        } catch (RuntimeException unanswered) {
            LOG.info("Nobody could look whether the action {} was taken back by hand: {}", action.id(), unanswered.toString());
            return false;
        }
        standing.ifPresent(how -> {
            throw new StillStands(how + ": please take it back there first, have the desk try again, or leave it as it is");
        });
        return true;
    }
}
