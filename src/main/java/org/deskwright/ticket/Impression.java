package org.deskwright.ticket;

import java.util.List;

/**
 * What the words of a request say besides what it is about, in words of closed lists. It holds nothing of the text itself, so that
 * it can be kept where the text must not be; which words led there, whoever may read the text is shown anew.
 *
 * @param language       ISO 639-1, or {@code unknown} for one that the desk does not speak
 * @param sentiment      {@code negative}, {@code neutral} or {@code positive}
 * @param urgency        as its author says: {@code low}, {@code medium}, {@code high} or {@code critical}; not what the desk makes of it
 * @param namesOther     whether it asks for somebody else than its requester, or about them; in doubt it does
 * @param second         whether it asks for a second thing
 * @param secondCategory what that is about, where that is sure and something else; else {@code null}
 * @param machineSigns   what makes it look as if it spoke to a machine that reads it, if anything does
 * @param brokenAnswer   whether a language model that was asked about it ever gave an answer that breaks its form
 * @param leftToPeople   whether nobody whom the table of performers names has read all of it, so that people have to
 */
public record Impression(String language, String sentiment, boolean frustrated, String urgency, boolean namesOther, boolean second, String secondCategory,
                         List<String> machineSigns, boolean brokenAnswer, boolean leftToPeople) {

    public Impression {
        machineSigns = List.copyOf(machineSigns);
    }

    public boolean speaksToMachine() {
        return !machineSigns.isEmpty();
    }
}
