package org.deskwright.correspondence;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message text as analysts write it in {@code config/messages}: header lines "Subject:" and "Timeline:", an empty line,
 * the text. Braces hold a place: {@code {number}}. What is never mailed has the line "Timeline:" alone.
 *
 * @param subject {@code null}, as {@code text}, if it is never mailed
 */
public record Wording(String subject, String timeline, String text) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    static Wording parse(String name, String content) {
        String[] parts = content.replace("\r", "").split("\n\n", 2);
        if (parts.length == 1 && parts[0].strip().matches("Timeline:.+")) {
            return new Wording(null, header(name, parts[0], "Timeline"), null);
        }
        if (parts.length < 2) {
            throw new IllegalArgumentException("The message text %s needs header lines, an empty line and a text".formatted(name));
        }
        return new Wording(header(name, parts[0], "Subject"), header(name, parts[0], "Timeline"), parts[1].strip() + "\n");
    }

    /** Each place is filled once; what is filled in is not searched for places again. */
    public Wording with(Map<String, String> values) {
        return new Wording(fill(subject, values), fill(timeline, values), fill(text, values));
    }

    private static String header(String name, String head, String key) {
        return head.lines().filter(line -> line.startsWith(key + ":")).findFirst()
                .map(line -> line.substring(key.length() + 1).strip())
                .orElseThrow(() -> new IllegalArgumentException("The message text %s has no line \"%s:\"".formatted(name, key)));
    }

    private static String fill(String text, Map<String, String> values) {
        return text == null ? null : PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("No value for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
