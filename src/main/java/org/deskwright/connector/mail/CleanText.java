package org.deskwright.connector.mail;

import java.util.regex.Pattern;

/** Text without what no person typed: control characters, which databases and logs do not take well. */
final class CleanText {

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|\\u0085|\\u2028|\\u2029");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\uFEFF\\uFFFE\\uFFFF]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private CleanText() {
    }

    /** Several lines, each ended by LF; at most {@code max} characters. */
    static String lines(String text, int max) {
        String ended = LINE_ENDS.matcher(text).replaceAll("\n");
        return cut(whole(CONTROLS.matcher(ended).replaceAll("")), max).strip();
    }

    static String line(String text, int max) {
        String spaced = SPACE.matcher(LINE_ENDS.matcher(text).replaceAll(" ")).replaceAll(" ");
        return cut(whole(CONTROLS.matcher(spaced).replaceAll("")), max).strip();
    }

    /** Never between the two halves of a character. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    /** Half a surrogate pair is no character, and no UTF-8 can hold it. */
    private static String whole(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
