package org.deskwright.portal;

import java.util.List;

import org.deskwright.correspondence.Clarification;
import org.deskwright.correspondence.Clarifications;

/**
 * A question that the desk itself asked the requester, with what they answered.
 *
 * @param open    whether the answer is awaited
 * @param offered what can be chosen
 */
record AskedRow(String words, String language, boolean open, List<String> offered, List<String> answers) {

    /** The earliest first. */
    static List<AskedRow> of(String ticket, Clarifications clarifications) {
        return clarifications.of(ticket).stream().map(it -> of(it, clarifications.shown(ticket, it))).toList();
    }

    private static AskedRow of(Clarification it, List<String> answers) {
        return new AskedRow(it.words(), it.language(), it.isOpen(), it.offered(), answers);
    }
}
