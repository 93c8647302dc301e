package org.deskwright.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is written louder than it need be: several words in a row in capitals, marks that one would have done for. */
final class Loudness {

    private static final int SHOUTED_WORDS = 3;

    private Loudness() {
    }

    static List<String> of(Words words) {
        List<String> loud = new ArrayList<>();
        int run = 0;
        for (int i = 0; i < words.size() && loud.isEmpty(); i++) {
            run = words.at(i).shouted() || run > 0 && Words.isUpperCase(words.written(i, i + 1)) ? run + 1 : 0;
            if (run == SHOUTED_WORDS) {
                loud.add(words.written(i + 1 - SHOUTED_WORDS, i + 1));
            }
        }
        String text = words.text();
        IntStream.range(2, text.length()).filter(i -> isMark(text, i) && isMark(text, i - 1) && isMark(text, i - 2)).findFirst()
                .ifPresent(i -> loud.add(text.substring(i - 2, i + 1)));
        return loud;
    }

    private static boolean isMark(String text, int index) {
        return text.charAt(index) == '!' || text.charAt(index) == '?';
    }
}
