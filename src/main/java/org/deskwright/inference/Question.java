package org.deskwright.inference;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a step of the desk wants to know of a text.
 *
 * @param ticket number, for the record and the costs
 * @param text   as somebody wrote it
 * @param names  of people who may stand in it, which do not leave the machine
 * @param lists  the closed lists of the prompt: {@code categories}, for instance
 */
public record Question(String ticket, Skill skill, String text, Collection<String> names, Map<String, List<String>> lists) {

    /** Characters of a text that are looked at; what is beyond them stays on this machine. */
    public static final int LONGEST = Masking.LONGEST + Masking.BEYOND;

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "Question[ticket=%s, skill=%s]".formatted(ticket, skill);
    }
}
