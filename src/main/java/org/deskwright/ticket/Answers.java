package org.deskwright.ticket;

import java.util.List;

/** Where it stands what requesters answered when the desk asked them what their request did not say. */
public interface Answers {

    /** As {@link Contents} keeps them; in the order of the questions, and to each the earliest first. */
    List<Answer> to(String ticket);
}
