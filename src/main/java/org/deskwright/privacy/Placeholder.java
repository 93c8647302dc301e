package org.deskwright.privacy;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a text for words that are kept elsewhere. It has no digits, as it must not look like a one-time code, and
 * fits where any short word fits.
 */
final class Placeholder {

    private static final Pattern PATTERN = Pattern.compile("⟦([a-z]{32})⟧");
    private static final int LETTERS = 32;
    /** Bytes, and more than it has. */
    static final int LONGEST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Placeholder() {
    }

    static String newId() {
        return RANDOM.ints(LETTERS, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    static String of(String id) {
        return "⟦" + id + "⟧";
    }

    /** The id, if the text is a placeholder and nothing else. */
    static Optional<String> idOf(String text) {
        return Optional.of(PATTERN.matcher(text)).filter(Matcher::matches).map(found -> found.group(1));
    }

    /** What is put in the place of one is not searched for others. */
    static String replaced(String text, UnaryOperator<String> wordsOf) {
        return PATTERN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(wordsOf.apply(found.group(1))));
    }
}
