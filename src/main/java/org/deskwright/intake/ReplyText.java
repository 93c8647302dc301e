package org.deskwright.intake;

import java.util.List;
import java.util.stream.Collectors;

import org.deskwright.reading.QuoteStart;

/** What somebody newly wrote in an answer, without the quoted mail below it. */
final class ReplyText {

    private ReplyText() {
    }

    static String of(String text) {
        List<String> lines = text.lines().toList();
        int end = 0;
        while (end < lines.size() && !QuoteStart.at(lines, end)) {
            end++;
        }
        String own = unquoted(String.join("\n", lines.subList(0, end)));
        return own.isEmpty() ? text.strip() : own;
    }

    /** Without the lines that a mail program marks as another's. */
    static String unquoted(String text) {
        return text.lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n")).strip();
    }
}
