package org.deskwright.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows what was said on a ticket, as it stands there now, so that a reader can be told when that is not what it was. All of it
 * comes as it is fingerprinted.
 */
public interface Requests {

    /** The words of the request. */
    Standing words(String ticket);

    /** What answers the desk's own questions, and so counts as the request does: by each question's place, in the order in which they are read. */
    Map<Integer, List<Standing>> answers(String ticket);

    /** What the desk itself asked, by each question's place; at none there is more than one, unless somebody has put it there. */
    Map<Integer, List<Question>> questions(String ticket);

    /** These lines of its conversation. */
    Standing told(String ticket, List<Long> lines);

    /** A file that came with it. */
    Standing file(String ticket, UUID id);

    /** What that is called. */
    Standing fileName(String ticket, UUID id);

    /**
     * @param need    what was missing
     * @param offered what could be chosen
     */
    record Question(String need, String words, List<String> offered) {
    }

    /**
     * What there is of something now.
     *
     * @param words empty if it is gone, or nobody can read it
     * @param is    why nobody can, or that it is as it stands there
     */
    record Standing(Optional<String> words, State is) {

        /** Out of reach for the moment, or changed where it was kept. */
        enum State { KNOWN, OUT_OF_REACH, CHANGED }

        public static final Standing OUT_OF_REACH = new Standing(Optional.empty(), State.OUT_OF_REACH);
        public static final Standing CHANGED = new Standing(Optional.empty(), State.CHANGED);

        /** @param words empty if they are gone */
        public static Standing of(Optional<String> words) {
            return new Standing(words, State.KNOWN);
        }

        boolean isGone() {
            return is == State.KNOWN && words.isEmpty();
        }

        boolean isChanged() {
            return is == State.CHANGED;
        }
    }
}
