package org.deskwright.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a text in their order, by sentences. An apostrophe or a hyphen parts words: "can't" is two, as "j'ai" is. */
final class Words {

    private static final int LONGEST = 60;
    /** A line that is shorter was ended by its writer, not by a mail program. */
    private static final int WRAPPED_LINE = 60;
    private static final int SHOUTED = 4;

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int sentences;

    private Words(String text) {
        this.text = text;
    }

    static Words of(String text) {
        Words words = new Words(text);
        words.split();
        return words;
    }

    int size() {
        return words.size();
    }

    Word at(int index) {
        return words.get(index);
    }

    /** As written, from one word up to, without, another. */
    String written(int from, int to) {
        return to > from ? text.substring(words.get(from).start(), words.get(to - 1).end()) : "";
    }

    String text() {
        return text;
    }

    /** The sentences as written, at most {@code most}. */
    List<String> sentences(int most) {
        List<String> found = new ArrayList<>();
        int from = 0;
        while (from < words.size() && found.size() < most) {
            int to = from;
            while (to < words.size() && words.get(to).sentence() == words.get(from).sentence()) {
                to++;
            }
            // up to the next sentence, so that question marks stay
            found.add(text.substring(words.get(from).start(), to < words.size() ? words.get(to).start() : text.length()).strip());
            from = to;
        }
        return found;
    }

    static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 127) {
                return withoutAccents(Normalizer.normalize(lower, Normalizer.Form.NFD));
            }
        }
        return lower;
    }

    private static String withoutAccents(String parted) {
        StringBuilder plain = new StringBuilder(parted.length());
        for (int i = 0; i < parted.length(); i++) {
            char c = parted.charAt(i);
            if (c == 'ß') {
                plain.append("ss");
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private void split() {
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) && Character.isLetter(text.codePointAt(i))) {
                int end = end(i);
                add(i, end);
                i = end - 1;
            } else if (c == '\n') {
                boolean ended = i - lineStart < WRAPPED_LINE || i + 1 < text.length() && "\n-*•".indexOf(text.charAt(i + 1)) >= 0;
                sentences += ended ? 1 : 0;
                lineStart = i + 1;
            } else if (c == '!' || c == '?' || c == ';' || c == '¿' || c == '¡' || c == '.' && isEnd(i) && !isAbbreviation(i)) {
                sentences++;
            }
        }
    }

    /** "M.", "Mr.", "Sra.". */
    private boolean isAbbreviation(int dot) {
        Word last = words.isEmpty() ? null : words.get(words.size() - 1);
        return last != null && last.end() == dot && last.capital() && last.end() - last.start() < 4
                && (last.end() - last.start() == 1 || Character.isLowerCase(text.charAt(last.end() - 1)));
    }

    private boolean isEnd(int dot) {
        return dot + 1 == text.length() || Character.isWhitespace(text.charAt(dot + 1));
    }

    private int end(int start) {
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || Character.isSurrogate(text.charAt(end))
                || Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK)) {
            end++;
        }
        return end;
    }

    static boolean isUpperCase(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void add(int start, int end) {
        String written = text.substring(start, Math.min(end, start + LONGEST));
        String plain = plain(written);
        if (plain.isEmpty()) {
            return;
        }
        boolean shouted = written.length() >= SHOUTED && isUpperCase(written);
        words.add(new Word(plain, start, end, sentences, Character.isUpperCase(written.charAt(0)), shouted));
    }
}
