package org.deskwright.portal;

import java.util.Optional;

import org.deskwright.governance.Plan;
import org.deskwright.governance.Revocation;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.LedgerEntry;

/**
 * What the desk would like to do, or did, and how far it got.
 *
 * @param state      word of the ledger
 * @param tone       as of {@link Badge}
 * @param lasts      how long, in words; {@code null} if for ever
 * @param expiresAt  when it is taken back by itself; {@code null} if never, or not done yet
 * @param caution    what to know before it is approved: that it cannot be taken back; else {@code null}
 * @param takingBack what happens if the viewer takes it back; {@code null} if they may not, or there is nothing to take back
 * @param demand     who has demanded last that it be taken back, or {@code null}
 */
record PlannedAction(String id, String label, String target, String group, String state, String words, String tone, String evidence,
                     Moment at, String lasts, Moment expiresAt, String caution, String takingBack, Revocation demand) {

    static PlannedAction of(Plan plan, Optional<LedgerEntry> entry, boolean mayTakeBack, Revocation demand) {
        ActionState state = entry.map(LedgerEntry::state).orElse(ActionState.PLANNED);
        boolean offered = mayTakeBack && (demand == null || !demand.isInForce()) && state == ActionState.CONFIRMED && plan.inverse().isPresent();
        return new PlannedAction(plan.id().toString(), plan.type().label(), plan.target(), plan.parameters().get("group"), state.word(),
                entry.filter(LedgerEntry::isKept).map(kept -> "Taken back, still held").orElse(words(state)), tone(state), entry.map(LedgerEntry::evidence).orElse(null),
                Moment.of(entry.map(LedgerEntry::at).orElse(plan.plannedAt())), plan.lasts().map(lasts -> "for " + Plan.inWords(lasts)).orElse(null),
                Moment.of(entry.map(LedgerEntry::expiresAt).orElse(null)), caution(plan), offered ? takingBack(plan) : null, demand);
    }

    private static String caution(Plan plan) {
        return plan.inverse().isPresent() ? null
                : plan.revokes().isPresent() ? "Takes an earlier action back. It cannot be taken back itself." : "Cannot be taken back.";
    }

    private static String takingBack(Plan plan) {
        return switch (plan.type()) {
            case SEND_RESET_LINK -> "The link stops working at once. If a password was chosen with it already, that stays, and a person takes over.";
            case ADD_TO_GROUP -> "%s loses the group %s, unless they were in it before this request, or another one gives it as well.".formatted(plan.target(), plan.group());
            case REMOVE_FROM_GROUP -> "%s is in the group %s again, if they were before.".formatted(plan.target(), plan.group());
            case CANCEL_RESET_LINK -> throw new IllegalArgumentException("Nothing takes this back");
        };
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
