package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What in a free text could be somebody's name: mail addresses, logins with a dot or hyphen, two words side by side.
 * Bounded, so that no text can make the directory work long; what looks most like a name comes first.
 */
final class Mentions {

    static final int LONGEST_TEXT = 20_000;
    static final int MOST = 400;

    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}.-]{1,255}");
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}]{1,64}(?:[._-][\\p{L}\\p{N}]{1,64}){1,4}");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'\u2019-]{0,63}");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s\\p{Z},]{1,20}");

    private Mentions() {
    }

    /** @param whole whether these are all, and not only those that come before the bounds */
    record Found(List<Mention> mentions, boolean whole) {
    }

    static Found in(String text) {
        if (text == null) {
            return new Found(List.of(), true);
        }
        // one form for each letter, and none of the invisible characters with which a name can be taken apart
        String start = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        String plain = Normalizer.normalize(start, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        Set<Mention> certain = new LinkedHashSet<>();
        Set<Mention> possible = new LinkedHashSet<>();
        MAIL.matcher(plain).results().forEach(mail -> certain.add(new Mail(withoutDot(lower(mail.group())))));
        LOGIN.matcher(plain).results().forEach(login -> certain.add(new Login(lower(login.group()))));
        pairs(plain, certain, possible);
        List<Mention> all = Stream.concat(certain.stream(), possible.stream()).distinct().toList();
        return new Found(all.stream().limit(MOST).toList(), text.length() <= LONGEST_TEXT && all.size() <= MOST);
    }

    private static void pairs(String text, Set<Mention> capitalised, Set<Mention> others) {
        Matcher words = WORD.matcher(text);
        String before = null;
        int end = 0;
        while (words.find()) {
            String word = words.group();
            String between = text.substring(end, words.start());
            if (before != null && BETWEEN_NAMES.matcher(between).matches()) {
                boolean names = Character.isUpperCase(before.charAt(0)) && Character.isUpperCase(word.charAt(0));
                boolean familyNameFirst = between.contains(",");
                (names ? capitalised : others).add(familyNameFirst
                        ? new FullName(lower(word), lower(before)) : new FullName(lower(before), lower(word)));
            }
            before = word;
            end = words.end();
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String withoutDot(String mail) {
        return mail.replaceAll("[.-]+$", "");
    }

    sealed interface Mention {
        Filter filter();
    }

    record Mail(String address) implements Mention {
        @Override
        public Filter filter() {
            return Filter.createEqualityFilter("mail", address);
        }
    }

    record Login(String login) implements Mention {
        @Override
        public Filter filter() {
            return Filter.createEqualityFilter("uid", login);
        }
    }

    /** Also found by the login made of it, since a filter cannot tell "Chloe Martin" to mean "Chloé Martin". */
    record FullName(String given, String family) implements Mention {
        @Override
        public Filter filter() {
            return Filter.createORFilter(Filter.createEqualityFilter("cn", given + " " + family),
                    Filter.createEqualityFilter("uid", plain(given) + "." + plain(family)));
        }

        private static String plain(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        }
    }
}
