package org.deskwright.inference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What does not leave the machine in a text. In the order in which they are looked for: of two that overlap, the first counts. In
 * doubt something is left out too often: a model sorts a request as well without a number.
 */
enum Private {

    /** What is called a secret, and what looks like a key of well-known makers. Errors have codes as well, which are none. */
    SECRET("(?i)(?:pass ?word|passwort|kennwort|mot de passe|contrase(?:ñ|n)a|palavra-passe|senha|\\bpwd|passphrase|passcode|secret|token|api[- _]?key"
            + "|\\bpin|\\botp|schlüssel|(?<!error |fehler|status |exit )\\bcode)[\"']?\\s*[:=]\\s*[\"']?(?<named>[^\\s\"']+)"
            + "|(?:pass ?word|passwort|kennwort|mot de passe|contrase(?:ñ|n)a|senha|\\bpwd|passcode|\\bpin|(?<!error |status )\\bcode)"
            + "\\s+(?:is|was|ist|war|lautet|est|es|era|é)\\s+[\"']?(?<told>(?=\\S{0,60}(?:\\d|\\p{Punct}\\S))[^\\s\"']{4,})"
            + "|bearer\\s+(?<bearer>[A-Z0-9._~+/=-]{12,})"
            + "|(?<key>-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)"
            + "|\\b[spr]k[-_][A-Z0-9_-]{16,}|\\bgh[pousr]_[A-Z0-9]{20,}|\\bgithub_pat_\\w{20,}|\\bglpat-[\\w-]{16,}|\\bxox[abeoprs]-[\\w-]{10,}"
            + "|\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b|\\bAIza[\\w-]{30,}|\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*"
            + "|\\b(?=[A-Z+/_-]{0,60}\\d)(?=[\\d+/_-]{0,60}[A-Z])[A-Z0-9+/_-]{40,}={0,2})", String::length, "named", "told", "bearer", "key"),
    /** From where the run of letters begins: a long word without a sign is looked at once. */
    MAIL("(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*", String::length),
    /** Looked for at each place, as the words behind it look like more of it. */
    IBAN("\\b(?=(?<whole>[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]){11,30}))", text -> longest(text, 15, Private::isIban), "whole"),
    CARD("(?<![\\d.])(?=(?<number>\\d(?:[ -]?\\d){12,24}))", text -> longest(text, 13, Private::isCard), "number"),
    /** Of the countries whose languages the desk reads, and of the United States. */
    NATIONAL_ID("\\b\\d{3}-\\d{2}-\\d{4}\\b|\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b"
            + "|\\b[12378] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3}(?: ?\\d{2})?\\b|\\b[XYZxyz]?-?\\d{7,8}-?[A-Za-z]\\b"
            + "|\\b\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}\\b|\\b\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}\\b|\\b\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}\\b", String::length),
    /** Seven digits or more, however they are grouped, but no day. */
    PHONE("(?<![\\w.])(?:\\+|00)?\\(?\\d(?:[ ()./-]{0,3}\\d){6,24}(?!\\w)", text -> Days.ONE_OR_TWO.matcher(text).matches() ? 0 : text.length());

    private final Pattern pattern;
    private final ToIntFunction<String> length;
    private final List<String> groups;

    /**
     * @param length how many characters of what was found are really it; 0 if none
     * @param groups in which it stands; none if it is the whole match
     */
    Private(String pattern, ToIntFunction<String> length, String... groups) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.length = length;
        this.groups = List.of(groups);
    }

    record Found(String kind, int from, int to) {

        boolean overlaps(Found other) {
            return from < other.to && other.from < to;
        }
    }

    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String group = groups.stream().filter(name -> matcher.start(name) >= 0).findFirst().orElse(null);
            int from = group == null ? matcher.start() : matcher.start(group);
            int size = length.applyAsInt(group == null ? matcher.group() : matcher.group(group));
            if (size > 0) {
                found.add(new Found(name(), from, from + size));
            }
        }
        return found;
    }

    /** Of its beginnings that end with a word or number, the longest that passes. */
    private static int longest(String text, int shortest, Predicate<String> check) {
        for (int end = text.length(); end >= shortest; end--) {
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) && Character.isLetterOrDigit(text.charAt(end - 1));
            if (ends && check.test(text.substring(0, end))) {
                return end;
            }
        }
        return 0;
    }

    /** ISO 13616: the country and its figures last, letters as numbers from 10 on; what is left of a division by 97 is 1. */
    private static boolean isIban(String text) {
        String plain = text.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Luhn's check, as on each card. */
    private static boolean isCard(String text) {
        String digits = text.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10) * (1 + i % 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return digits.length() >= 13 && digits.length() <= 19 && sum % 10 == 0;
    }

    /** What looks like a long number and is a point in time. */
    private static final class Days {

        private static final String DAY = Stream.of("(?:19|20)\\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])",
                "(?:0?[1-9]|[12]\\d|3[01])[-/.] ?(?:0?[1-9]|[12]\\d|3[01])[-/.] ?(?:19|20)?\\d{2}").reduce((a, b) -> a + "|" + b).orElseThrow();
        private static final Pattern ONE_OR_TWO = Pattern.compile("(?:%s)(?:[ -]+(?:%s))?(?: \\d{1,2})?".formatted(DAY, DAY));
    }
}
