package org.deskwright.ticket;

import java.util.List;

/** Where it stands what requesters answered when the desk asked them what their request did not say. */
public interface Answers {

    /** The earliest first, as {@link Contents} keeps them. */
    List<String> to(String ticket);
}
