package org.deskwright.learning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as the classifier sees it: NFKC, lower case, without accents, every number a 0. Never throws. */
final class Wording {

    /** Characters that are looked at; nobody says what a request is about after more than that. */
    static final int LONGEST = 16_000;

    private static final int LONGEST_WORD = 60;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;\\n]+");
    // possessive, so that no text however odd makes it recurse
    private static final Pattern WORD = Pattern.compile("[\\p{L}0]++(?:['-][\\p{L}0]++)*+");

    private Wording() {
    }

    /** The words of each sentence; hyphens and apostrophes inside a word stay, overlong words are cut. */
    static List<List<String>> sentences(String text) {
        List<List<String>> sentences = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(normalised(text))) {
            List<String> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(sentence);
            while (matcher.find()) {
                String word = matcher.group();
                words.add(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word);
            }
            if (!words.isEmpty()) {
                sentences.add(words);
            }
        }
        return sentences;
    }

    static String normalised(String text) {
        if (text == null) {
            return "";
        }
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String folded = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = ACCENTS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
        String shortened = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return DIGITS.matcher(shortened.replace('\u2019', '\'').replace("\u00df", "ss")).replaceAll("0");
    }
}
