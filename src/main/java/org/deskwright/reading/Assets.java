package org.deskwright.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which device a text speaks of: inventory numbers, serials and host names, and makes of printers, as {@code assets.txt} tells them. */
final class Assets {

    private static final String SHAPE = "shape";
    private static final Set<String> LABEL = Set.of("label");
    private static final Set<String> MAKE = Set.of("make");
    /** Words between a label and its number: "serial number on the back: 000418872205". */
    private static final int NEAR = 5;
    private static final int SHORTEST = 3;
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\d/_-]{0,38}[\\p{L}\\d])?+");

    private final Pattern shapes;
    private final Phrases phrases;

    Assets(Lexicons lexicons) {
        Map<Boolean, List<Lexicons.Line>> lines = lexicons.lines("assets").stream().collect(Collectors.partitioningBy(line -> line.heading().equals(SHAPE)));
        this.shapes = Pattern.compile(lines.get(true).stream().map(line -> expression(line.written()))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\d_-])(?:", ")(?![\\p{L}\\d_]|-[\\p{L}\\d])")), Pattern.CASE_INSENSITIVE);
        this.phrases = new Phrases(lines.get(false).stream().map(line -> Phrase.of(line.heading(), line.written())).toList());
    }

    /** Each once, in capitals; the most certain first. */
    List<String> in(Words words) {
        Stream<String> shaped = shapes.matcher(words.text()).results().map(match -> match.group().toUpperCase(Locale.ROOT));
        Stream<String> labelled = phrases.in(words, LABEL).stream().flatMap(label -> number(words, label).stream());
        Stream<String> made = phrases.apart(words, MAKE).stream().map(make -> withModel(words, make));
        return new ArrayList<>(Stream.of(shaped, labelled, made).flatMap(found -> found).filter(found -> !found.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The first thing behind the label that has a figure in it. */
    private static List<String> number(Words words, Phrases.Hit label) {
        int last = label.to();
        while (last < words.size() && last < label.to() + NEAR && words.at(last).sentence() == words.at(label.from()).sentence()) {
            last++;
        }
        Matcher numbers = NUMBER.matcher(words.text()).region(words.at(label.to() - 1).end(), words.at(last - 1).end());
        while (numbers.find()) {
            String number = numbers.group();
            if (number.length() >= SHORTEST && number.chars().anyMatch(Character::isDigit)) {
                return List.of(number.toUpperCase(Locale.ROOT));
            }
        }
        return List.of();
    }

    private static String withModel(Words words, Phrases.Hit make) {
        int to = make.to();
        while (to < words.size() && words.at(to).sentence() == words.at(make.from()).sentence() && words.at(to).plain().chars().anyMatch(Character::isDigit)) {
            to++;
        }
        return words.written(make.from(), to);
    }

    /** None of it can take long: what may repeat gives nothing back. */
    private static String expression(String shape) {
        StringBuilder expression = new StringBuilder();
        for (char mark : shape.strip().toCharArray()) {
            expression.append(switch (mark) {
                case '0' -> "\\d";
                case '?' -> "\\p{L}";
                case '*' -> "(?=[\\p{L}-]{0,30}\\d)(?:[\\p{L}\\d]|-(?=[\\p{L}\\d])){1,30}+";
                default -> Pattern.quote(String.valueOf(mark));
            });
        }
        return expression.toString();
    }
}
