package org.deskwright.faultrun;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An action that was begun, and how the record leaves it.
 *
 * @param effect what the targets would log if it were done: {@link Effect#key()}
 * @param begun  its first intent
 * @param state  its last outcome; {@code in-flight} if there is none after the last intent, {@code handed-over} if people were
 *               told since that it may have been done or not
 */
record Action(String id, String effect, Instant begun, String state) {

    private static final String IN_FLIGHT = "in-flight";
    private static final String HANDED_OVER = "handed-over";
    private static final Map<String, String> KINDS = Map.of("add-to-group", Effect.ADDED, "remove-from-group", Effect.REMOVED,
            "send-reset-link", Effect.MAILED);

    /** Each action's last word, in the order in which they were begun. */
    static List<Action> in(List<Entry> record) {
        Map<String, Action> actions = new LinkedHashMap<>();
        for (Entry entry : record) {
            Action known = actions.get(entry.action());
            if (entry.isIntent()) {
                actions.put(entry.action(), new Action(entry.action(), KINDS.get(entry.type()) + " " + entry.what(),
                        known == null ? entry.at() : known.begun(), IN_FLIGHT));
            } else if (known != null) { // what was given up before it was begun is none
                actions.put(entry.action(), new Action(known.id(), known.effect(), known.begun(),
                        entry.isHandOver() ? HANDED_OVER : entry.state()));
            }
        }
        return new ArrayList<>(actions.values());
    }

    boolean isDone() {
        return Set.of("confirmed", "revoked").contains(state);
    }

    boolean isHandedOver() {
        return state.equals(HANDED_OVER);
    }

    boolean isOpen() {
        return Set.of(IN_FLIGHT, "unknown").contains(state);
    }
}
