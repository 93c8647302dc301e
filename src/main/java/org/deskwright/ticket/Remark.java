package org.deskwright.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that an {@link Impression} says, in words for people.
 *
 * @param text as it stands by itself, without a full stop
 */
public record Remark(Kind kind, String text) {

    private static final String ENGLISH = "en";
    private static final Map<String, String> URGENCIES = Map.of("low", "can wait", "high", "urgent, they say", "critical", "very urgent, they say");

    /** What it is about. */
    public enum Kind {
        LANGUAGE, MOOD, OTHER_PERSON, SECOND_REQUEST, MACHINE, BROKEN_ANSWER, LEFT_TO_PEOPLE
    }

    /** @param impression {@code null} if nobody has read the words yet, of which nothing is said */
    public static List<Remark> of(Impression impression, Taxonomy taxonomy) {
        List<Remark> remarks = new ArrayList<>();
        if (impression == null) {
            return remarks;
        }
        remarks.add(new Remark(Kind.LANGUAGE, language(impression.language())));
        List<String> mood = new ArrayList<>();
        if (impression.frustrated()) {
            mood.add("frustrated");
        }
        if (URGENCIES.containsKey(impression.urgency())) {
            mood.add(URGENCIES.get(impression.urgency()));
        }
        if (!mood.isEmpty()) {
            String words = String.join("; ", mood);
            remarks.add(new Remark(Kind.MOOD, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)));
        }
        if (impression.namesOther()) {
            remarks.add(new Remark(Kind.OTHER_PERSON, "Speaks of somebody else"));
        }
        if (impression.second()) {
            remarks.add(new Remark(Kind.SECOND_REQUEST, "Asks for a second thing" + taxonomy.category(String.valueOf(impression.secondCategory()))
                    .map(category -> ": " + category.name()).orElse("")));
        }
        if (impression.speaksToMachine()) {
            remarks.add(new Remark(Kind.MACHINE, "May be written for a machine"));
        }
        if (impression.brokenAnswer()) {
            remarks.add(new Remark(Kind.BROKEN_ANSWER, "A language model's answer about it broke its form"));
        }
        if (impression.leftToPeople()) {
            remarks.add(new Remark(Kind.LEFT_TO_PEOPLE, "Left to people to read"));
        }
        return remarks;
    }

    /** That a request is in English needs no saying where there is little room. */
    public boolean isWorthMentioning() {
        return kind != Kind.LANGUAGE || !text.equals(language(ENGLISH));
    }

    private static String language(String code) {
        String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        return code.length() > 2 ? "In a language that the desk does not speak" : "In " + name;
    }
}
