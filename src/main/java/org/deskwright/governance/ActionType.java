package org.deskwright.governance;

import org.deskwright.ticket.Word;

/** The closed list of what the desk can do to other systems. */
public enum ActionType implements Word {
    SEND_RESET_LINK("Send a link to choose a new password"), ADD_TO_GROUP("Add to a group");

    private final String label;

    ActionType(String label) {
        this.label = label;
    }

    /** In words for people. */
    public String label() {
        return label;
    }
}
