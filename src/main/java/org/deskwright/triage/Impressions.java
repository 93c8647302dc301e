package org.deskwright.triage;

import java.util.Locale;

import org.deskwright.reading.Reading;
import org.deskwright.reading.SecondIntent;
import org.deskwright.ticket.Impression;

/** What may be kept of a reading: none of the words. */
final class Impressions {

    private Impressions() {
    }

    /** @param category what the request is about first of all */
    static Impression of(Reading reading, String category) {
        return new Impression(reading.language(), word(reading.mood().sentiment()), reading.mood().frustrated(), word(reading.mood().urgency()),
                reading.others().areNamed(), reading.second().isPresent(),
                reading.second().flatMap(SecondIntent::category).filter(second -> !second.equals(category)).orElse(null),
                reading.injection().signs().stream().sorted().map(Impressions::word).toList(), false, false);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
