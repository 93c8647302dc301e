package org.deskwright.portal;

import java.time.Instant;
import java.util.List;

import org.deskwright.governance.BreakerState.Vote;

/**
 * How much the desk may do alone at the moment, and who decided so.
 *
 * @param revision what a resumption or a raise has to name, to show that it rests on the present state
 * @param tickets  those that are paused
 * @param breaker  {@code null} while it is closed
 */
record AutomationView(long revision, SwitchView everything, List<CategoryView> categories, List<SwitchView> actionTypes,
                      List<SwitchView> tickets, BreakerView breaker) {

    /**
     * @param label in words for people
     * @param setBy {@code null} if nobody ever set it; so with the next two
     */
    record SwitchView(String scope, String name, String label, boolean stopped, String setBy, Instant setAt, String reason) {

        public Moment at() {
            return Moment.of(setAt);
        }
    }

    /**
     * @param override why it was raised without baseline and readiness, or {@code null}
     * @param setBy    {@code null} while it stands where it started; so with {@code setAt} and {@code reason}
     */
    record CategoryView(String id, String label, String phase, String setBy, Instant setAt, String reason, String override,
                        SwitchView stop) {

        public Moment at() {
            return Moment.of(setAt);
        }
    }

    record BreakerView(String ticket, String reason, Instant openedAt, List<Vote> votesToClose) {

        public Moment at() {
            return Moment.of(openedAt);
        }
    }
}
