package org.deskwright.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A pattern of words, as analysts write it: {@code still not work*}, {@code by|before noon}, {@code *drucker}, {@code 0} for
 * a number, {@code ..} for up to four words of any kind. It cannot take long, whatever text it meets: a phrase has two gaps
 * at most.
 */
record Phrase(String heading, String written, List<Step> steps) {

    private static final int WIDEST_GAP = 4;
    private static final int MOST_GAPS = 2;

    enum Kind { EXACT, BEGINNING, ENDING, NUMBER }

    /** What one word may be. */
    record Part(Kind kind, String letters) {

        static Part of(String written) {
            String plain = Words.plain(written);
            if (plain.equals("0")) {
                return new Part(Kind.NUMBER, "");
            }
            if (plain.endsWith("*")) {
                return new Part(Kind.BEGINNING, plain.substring(0, plain.length() - 1));
            }
            return plain.startsWith("*") ? new Part(Kind.ENDING, plain.substring(1)) : new Part(Kind.EXACT, plain);
        }

        boolean isWord() {
            return kind == Kind.NUMBER || !letters.isEmpty() && letters.chars().allMatch(Character::isLetterOrDigit);
        }

        boolean fits(Word word) {
            return switch (kind) {
                case EXACT -> word.plain().equals(letters);
                case BEGINNING -> word.plain().startsWith(letters);
                case ENDING -> word.plain().endsWith(letters);
                case NUMBER -> word.isNumber();
            };
        }
    }

    /** What may stand at one place, each of one word or, as "can't", of two; nothing for a gap. */
    record Step(List<List<Part>> alternatives) {

        static Step of(String written) {
            return new Step(written.equals("..") ? List.of() : Arrays.stream(written.split("\\|", -1))
                    .map(alternative -> Arrays.stream(alternative.split("['’-]+")).map(Part::of).toList()).toList());
        }

        boolean isGap() {
            return alternatives.isEmpty();
        }
    }

    static Phrase of(String heading, String written) {
        List<Step> steps = Arrays.stream(written.strip().split("\\s+")).map(Step::of).toList();
        boolean gapsRight = !steps.get(0).isGap() && !steps.get(steps.size() - 1).isGap() && steps.stream().filter(Step::isGap).count() <= MOST_GAPS;
        if (!gapsRight || !steps.stream().flatMap(step -> step.alternatives().stream()).flatMap(List::stream).allMatch(Part::isWord)) {
            throw new IllegalArgumentException("\"%s\": a phrase is made of words, begins and ends with one, and has two gaps at most".formatted(written));
        }
        return new Phrase(heading, written.strip(), steps);
    }

    /** Just these words, and itself for a heading. */
    static Optional<Phrase> named(String name) {
        Words words = Words.of(name);
        return words.size() == 0 ? Optional.empty() : Optional.of(new Phrase(name, name,
                IntStream.range(0, words.size()).mapToObj(i -> new Step(List.of(List.of(new Part(Kind.EXACT, words.at(i).plain()))))).toList()));
    }

    /** Index behind the phrase's last word if its first is at {@code from}, else -1. */
    int end(Words words, int from) {
        return end(words, from, 0, words.at(from).sentence());
    }

    private int end(Words words, int at, int step, int sentence) {
        if (step == steps.size()) {
            return at;
        }
        if (steps.get(step).isGap()) {
            return IntStream.rangeClosed(0, WIDEST_GAP).map(skipped -> end(words, at + skipped, step + 1, sentence)).filter(end -> end > 0).findFirst().orElse(-1);
        }
        for (List<Part> alternative : steps.get(step).alternatives()) {
            int end = fits(words, at, alternative, sentence) ? end(words, at + alternative.size(), step + 1, sentence) : -1;
            if (end > 0) {
                return end;
            }
        }
        return -1;
    }

    private static boolean fits(Words words, int at, List<Part> parts, int sentence) {
        for (int i = 0; i < parts.size(); i++) {
            if (at + i >= words.size() || words.at(at + i).sentence() != sentence || !parts.get(i).fits(words.at(at + i))) {
                return false;
            }
        }
        return true;
    }
}
