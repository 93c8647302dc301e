package org.deskwright.governance;

import java.util.Set;

import org.deskwright.ticket.Word;

/** What is asked of the gate; each step has thresholds of its own, and acts in no other ways than those it names. */
public enum Step implements Word {
    /** May the desk rely on its own classification and route the ticket? */
    CLASSIFY,
    RESET_PASSWORD(ActionType.SEND_RESET_LINK),
    GRANT_ACCESS(ActionType.ADD_TO_GROUP),
    /** Takes back what another step did; no table clears it, only a stored demand. */
    REVOKE_ACTION(ActionType.CANCEL_RESET_LINK, ActionType.REMOVE_FROM_GROUP, ActionType.ADD_TO_GROUP);

    private final Set<ActionType> actionTypes;

    Step(ActionType... actionTypes) {
        this.actionTypes = Set.of(actionTypes);
    }

    public Set<ActionType> actionTypes() {
        return actionTypes;
    }
}
