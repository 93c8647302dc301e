package org.deskwright.inference;

import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What does not leave the machine in a text. In the order in which they are looked for: of two that overlap, the first counts. In
 * doubt something is left out too often: a model sorts a request as well without a number.
 */
enum Private {

    /** What is called a secret, and what looks like a key of well-known makers; the group is the secret alone. */
    SECRET("(?i)(?:pass ?word|passwort|kennwort|mot de passe|contrase(?:ñ|n)a|palavra-passe|senha|pwd|passphrase|passcode|secret|token|api[- _]?key|client[- _]?secret"
            + "|bearer|pin|otp|code|schlüssel)[\"']?\\s*[:=]\\s*[\"']?(?<secret>[^\\s\"']+)"
            + "|(?i:pass ?word|passwort|kennwort|mot de passe|contrase(?:ñ|n)a|senha|pwd|passcode|pin|code)\\s+(?i:is|was|ist|war|lautet|est|es|era|é)\\s+[\"']?(?<told>(?=\\S{0,60}[\\d\\p{Punct}]\\S)[^\\s\"']{4,})"
            + "|(?i:bearer)\\s+(?<bearer>[A-Za-z0-9._~+/=-]{12,})"
            + "|(?<key>-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)"
            + "|\\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,}|\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bgithub_pat_\\w{20,}|\\bglpat-[\\w-]{16,}|\\bxox[abeoprs]-[\\w-]{10,}"
            + "|\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b|\\bAIza[\\w-]{30,}|\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*|\\b(?=[A-Za-z+/_-]{0,60}\\d)(?=[\\d+/_-]{0,60}[A-Za-z])[A-Za-z0-9+/_-]{40,}={0,2})",
            any -> true, "secret", "told", "bearer", "key"),
    /** From where the run of letters begins: a long word without a sign is looked at once. */
    MAIL("(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*", any -> true),
    IBAN("\\b[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]){11,30}\\b", Private::isIban),
    CARD("(?<![\\d.])\\d(?:[ -]?\\d){12,18}(?!\\d)", Private::isCard),
    /** Of the countries whose languages the desk reads, and of the United States. */
    NATIONAL_ID("\\b\\d{3}-\\d{2}-\\d{4}\\b|\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]\\b"
            + "|\\b[12378] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3}(?: ?\\d{2})?\\b|\\b[XYZxyz]?-?\\d{7,8}-?[A-Za-z]\\b"
            + "|\\b\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}\\b|\\b\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}\\b|\\b\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}\\b", any -> true),
    /** Seven digits or more, however they are grouped, but no day and no time. */
    PHONE("(?<![\\w.])(?:\\+|00)?\\(?\\d(?:[ ()./-]{0,3}\\d){6,14}(?!\\w)", text -> !Days.AT_LEAST_ONE.matcher(text).matches());

    private final Pattern pattern;
    private final Predicate<String> check;
    private final String[] groups;

    Private(String pattern, Predicate<String> check, String... groups) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.check = check;
        this.groups = groups;
    }

    record Found(String kind, int from, int to) {

        boolean overlaps(Found other) {
            return from < other.to && other.from < to;
        }
    }

    Stream<Found> in(String text) {
        return pattern.matcher(text).results().filter(found -> check.test(found.group())).map(found -> found(text, found.start(), found.end()));
    }

    private Found found(String text, int start, int end) {
        if (groups.length > 0) {
            // the same match again, as results know no names of groups
            Matcher matcher = pattern.matcher(text).region(start, end).useTransparentBounds(true).useAnchoringBounds(false);
            if (matcher.lookingAt()) {
                for (String group : groups) {
                    if (matcher.start(group) >= 0) {
                        return new Found(name(), matcher.start(group), matcher.end(group));
                    }
                }
            }
        }
        return new Found(name(), start, end);
    }

    /** ISO 13616: the letters of the country last, letters as numbers from 10 on; the rest by 97 is 1. */
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
        return sum % 10 == 0;
    }

    /** What looks like a long number and is a point in time. */
    private static final class Days {

        private static final String DAY = "(?:(?:19|20)\\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])[-/.] ?(?:0?[1-9]|[12]\\d|3[01])[-/.] ?(?:19|20)?\\d{2})";
        private static final Pattern AT_LEAST_ONE = Pattern.compile("%s(?:[ -]+%s)?(?: \\d{1,2})?".formatted(DAY, DAY));
    }
}
