package org.deskwright.portal;

import java.util.Optional;

/** Texts as browsers and programs send them. */
final class Texts {

    private static final int DELETE = 0x7F;

    private Texts() {
    }

    /** With line feeds as line ends. */
    static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** On one line: a control character becomes a blank. */
    static String line(String text) {
        return text.replaceAll("[\\s\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    /**
     * The first character that would not be kept, as {@code U+0000}: PostgreSQL takes no NUL and no half of a surrogate
     * pair, mail no other ASCII control character, and a mail's header no line ends.
     *
     * @param lines whether line ends and tabs are welcome
     */
    static Optional<String> unkept(CharSequence text, boolean lines) {
        return text.codePoints().filter(character -> !(lines && "\t\n\r".indexOf(character) >= 0))
                .filter(character -> character < ' ' || character == DELETE || Character.getType(character) == Character.SURROGATE)
                .mapToObj("U+%04X"::formatted).findFirst();
    }

    /** What to tell the writer of a field of a page about such a character; empty if there is none. */
    static Optional<String> problem(String text, boolean lines) {
        return unkept(text, lines).map("This contains a character that nobody can see and no mail can carry (%s). Please type it anew."::formatted);
    }
}
