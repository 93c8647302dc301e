package org.deskwright.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Days that a text names in words. What might be two days is none: "next Friday", a Friday on a Friday. */
final class Dates {

    private static final Set<String> HEADINGS = headings();

    private final ByLanguage lexicons;

    Dates(Lexicons lexicons) {
        this.lexicons = lexicons.byLanguage("dates");
    }

    List<LocalDate> in(Words words, String language, Optional<LocalDate> writtenOn) {
        Set<LocalDate> found = new LinkedHashSet<>(FigureDates.in(words.text(), !language.equals("en"), writtenOn));
        String before = "";
        for (Phrases.Hit hit : lexicons.of(language).apart(words, HEADINGS)) {
            if (!before.equals("past") && !before.equals("next")) {
                day(hit, words, writtenOn).ifPresent(found::add);
            }
            before = hit.to() < words.size() && words.at(hit.from()).sentence() == words.at(hit.to()).sentence() && isMark(hit) ? hit.heading() : "";
        }
        return new ArrayList<>(found);
    }

    private static boolean isMark(Phrases.Hit hit) {
        return hit.heading().equals("past") || hit.heading().equals("next");
    }

    private static Optional<LocalDate> day(Phrases.Hit hit, Words words, Optional<LocalDate> writtenOn) {
        String name = hit.heading().toUpperCase(Locale.ROOT);
        if (Arrays.stream(Month.values()).anyMatch(month -> month.name().equals(name))) {
            return ofMonth(Month.valueOf(name), hit, words, writtenOn);
        }
        if (Arrays.stream(DayOfWeek.values()).anyMatch(day -> day.name().equals(name))) {
            return writtenOn.filter(day -> day.getDayOfWeek() != DayOfWeek.valueOf(name)).map(day -> day.with(TemporalAdjusters.next(DayOfWeek.valueOf(name))));
        }
        return writtenOn.flatMap(day -> switch (hit.heading()) {
            case "today" -> Optional.of(day);
            case "tomorrow" -> Optional.of(day.plusDays(1));
            case "overmorrow" -> Optional.of(day.plusDays(2));
            case "month-end" -> Optional.of(day.with(TemporalAdjusters.lastDayOfMonth()));
            case "in-days" -> number(words, hit).map(day::plusDays);
            case "in-weeks" -> number(words, hit).map(day::plusWeeks);
            default -> Optional.empty();
        });
    }

    /** The day stands before the month or behind it; "of", "de" and the like between. */
    private static Optional<LocalDate> ofMonth(Month month, Phrases.Hit hit, Words words, Optional<LocalDate> writtenOn) {
        int before = hit.from() - 1;
        if (before > 0 && (words.at(before).plain().equals("of") || words.at(before).plain().equals("de"))) {
            before--;
        }
        Optional<Integer> first = figure(words, before, 1, 31);
        Optional<Integer> day = first.isPresent() ? first : figure(words, hit.to(), 1, 31);
        int behind = first.isPresent() ? hit.to() : hit.to() + 1;
        boolean of = behind < words.size() && words.at(behind).plain().equals("de");
        Optional<Integer> year = figure(words, of ? behind + 1 : behind, 2000, 2100);
        return day.flatMap(number -> date(year, month.getValue(), number, writtenOn));
    }

    /** Without a year it is the next such day. */
    static Optional<LocalDate> date(Optional<Integer> year, int month, int day, Optional<LocalDate> writtenOn) {
        try {
            if (year.isPresent()) {
                return Optional.of(LocalDate.of(year.get(), month, day));
            }
            return writtenOn.map(written -> {
                LocalDate sameYear = LocalDate.of(written.getYear(), month, day);
                return sameYear.isBefore(written) ? LocalDate.of(written.getYear() + 1, month, day) : sameYear;
            });
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(Words words, Phrases.Hit hit) {
        for (int i = hit.from(); i < hit.to(); i++) {
            Optional<Integer> figure = figure(words, i, 1, 99);
            if (figure.isPresent()) {
                return figure.map(Integer::longValue);
            }
        }
        return Optional.empty();
    }

    /** "3rd" and "1er" are figures too. */
    private static Optional<Integer> figure(Words words, int index, int least, int most) {
        if (index < 0 || index >= words.size() || !words.at(index).plain().matches("\\d{1,4}(st|nd|rd|th|er|o|a)?")) {
            return Optional.empty();
        }
        int figure = Integer.parseInt(words.at(index).plain().replaceAll("\\D", ""));
        return figure < least || figure > most ? Optional.empty() : Optional.of(figure);
    }

    private static Set<String> headings() {
        Set<String> headings = new HashSet<>(Set.of("today", "tomorrow", "overmorrow", "month-end", "in-days", "in-weeks", "past", "next", "nothing"));
        Arrays.stream(Month.values()).map(month -> month.name().toLowerCase(Locale.ROOT)).forEach(headings::add);
        Arrays.stream(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).forEach(headings::add);
        return headings;
    }
}
