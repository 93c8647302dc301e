package org.deskwright.portal;

import java.util.List;
import java.util.Optional;

import org.deskwright.governance.Plan;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.LedgerEntry;

/**
 * What the desk would like to do, or did, and how far it got.
 *
 * @param state word of the ledger
 * @param tone  as of {@link Badge}
 */
record PlannedAction(String label, String target, String group, String state, String words, String tone, String evidence, Moment at) {

    static List<PlannedAction> of(List<Plan> plans, List<LedgerEntry> ledger) {
        return plans.stream().map(plan -> of(plan,
                ledger.stream().filter(entry -> entry.id().equals(plan.id())).findFirst())).toList();
    }

    private static PlannedAction of(Plan plan, Optional<LedgerEntry> entry) {
        ActionState state = entry.map(LedgerEntry::state).orElse(ActionState.PLANNED);
        return new PlannedAction(plan.type().label(), plan.target(), plan.parameters().get("group"), state.word(), words(state),
                tone(state), entry.map(LedgerEntry::evidence).orElse(null),
                Moment.of(entry.map(LedgerEntry::at).orElse(plan.plannedAt())));
    }

    private static String words(ActionState state) {
        return switch (state) {
            case PLANNED -> "Not done";
            case IN_FLIGHT -> "Being done";
            case CONFIRMED -> "Done";
            case REFUSED -> "Refused";
            case UNKNOWN -> "Unknown, being checked";
            case REVOKED -> "Taken back";
        };
    }

    private static String tone(ActionState state) {
        return switch (state) {
            case PLANNED, REVOKED -> "quiet";
            case IN_FLIGHT -> "waiting";
            case CONFIRMED -> "good";
            case REFUSED, UNKNOWN -> "bad";
        };
    }
}
