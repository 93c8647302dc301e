package org.deskwright.portal;

import java.util.List;

import org.deskwright.ticket.Remark;
import org.deskwright.ticket.Shortened;

/**
 * A remark on how a request is written.
 *
 * @param because the words that led there, where they are shown
 */
record RemarkRow(String text, String tone, List<String> because) {

    private static final int LONGEST = 200;

    static RemarkRow of(Remark remark, List<String> because) {
        String tone = switch (remark.kind()) {
            case LANGUAGE -> "";
            case MOOD, OTHER_PERSON, SECOND_REQUEST, LEFT_TO_PEOPLE -> "yours";
            case MACHINE, BROKEN_ANSWER -> "bad";
        };
        return new RemarkRow(remark.text(), tone, because.stream().map(words -> Shortened.to(words, LONGEST)).toList());
    }
}
