package org.deskwright.ticket;

import java.util.List;

/** Where it stands what requesters answered when the desk asked them what their request did not say. */
public interface Answers {

    /** In the order of the questions; to each the earliest first. */
    List<Kept> to(String ticket);

    /**
     * @param place of the question that it answers, from 1
     * @param words as {@link Contents} keeps them
     */
    record Kept(int place, String words) {
    }
}
