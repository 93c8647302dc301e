package org.deskwright.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days in figures: ISO 8601, 24.11.2026, 24.11., 24/11/2026. 11/12 in English may be either, and so is none. */
final class FigureDates {

    private static final Pattern ISO = Pattern.compile("(?<![\\d-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\d-])");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\d.])(\\d{1,2})\\. ?(\\d{1,2})\\.(?: ?(\\d{4}|\\d{2}))?(?![\\d.]*\\d)");
    private static final Pattern SLASHED = Pattern.compile("(?<![\\d/.-])(\\d{1,2})([/-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?(?![\\d/-])");
    private static final String ALWAYS = "24/7";

    private FigureDates() {
    }

    static List<LocalDate> in(String text, boolean dayFirst, Optional<LocalDate> writtenOn) {
        return Stream.of(
                ISO.matcher(text).results().map(match -> Dates.date(year(match.group(1)), number(match, 2), number(match, 3), writtenOn)),
                DOTTED.matcher(text).results().map(match -> Dates.date(year(match.group(3)), number(match, 2), number(match, 1), writtenOn)),
                SLASHED.matcher(text).results().map(match -> slashed(match, dayFirst, writtenOn)))
                .flatMap(days -> days).flatMap(Optional::stream).toList();
    }

    private static Optional<LocalDate> slashed(MatchResult match, boolean dayFirst, Optional<LocalDate> writtenOn) {
        int first = number(match, 1);
        int second = number(match, 3);
        boolean shortDash = match.group(2).equals("-") && match.group(4) == null;
        if (match.group().equals(ALWAYS) || shortDash || !dayFirst && first <= 12 && second <= 12 && first != second) {
            return Optional.empty();
        }
        boolean monthFirst = second > 12;
        return Dates.date(year(match.group(4)), monthFirst ? first : second, monthFirst ? second : first, writtenOn);
    }

    private static Optional<Integer> year(String figures) {
        return Optional.ofNullable(figures).map(Integer::parseInt).map(year -> year < 100 ? 2000 + year : year);
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
