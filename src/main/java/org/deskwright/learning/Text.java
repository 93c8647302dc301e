package org.deskwright.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A request, read once for all views.
 *
 * @param subject its sentences; a word with hyphens is one word
 * @param body    its sentences likewise
 * @param words   the sentences of both, with every hyphened word taken apart
 */
record Text(List<List<String>> subject, List<List<String>> body, List<List<String>> words) {

    static Text of(String subject, String body) {
        List<List<String>> first = Wording.sentences(subject);
        List<List<String>> second = Wording.sentences(body);
        List<List<String>> words = new ArrayList<>(first.size() + second.size());
        first.forEach(sentence -> words.add(apart(sentence)));
        second.forEach(sentence -> words.add(apart(sentence)));
        return new Text(first, second, words);
    }

    static List<String> apart(List<String> sentence) {
        return sentence.stream().flatMap(word -> Arrays.stream(word.split("-"))).toList();
    }
}
