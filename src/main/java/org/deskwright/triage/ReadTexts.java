package org.deskwright.triage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.deskwright.reading.Context;
import org.deskwright.reading.FieldChange;
import org.deskwright.reading.Reading;
import org.deskwright.reading.SecondIntent;
import org.deskwright.reading.Slots;
import org.deskwright.reading.TextReader;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Taxonomy;

/** What a classifier and the reader make of one text together, as it is written for other programs. */
final class ReadTexts {

    /** What a sentence is about counts as a request of its own from there on. */
    private static final double SURE = 0.8;
    private static final int PLACES = 4;

    private final Classifier classifier;
    private final TextReader reader;
    private final Context context;

    /** @param context what a text does not say by itself, but for what its sentences are about */
    ReadTexts(Classifier classifier, TextReader reader, Context context) {
        this.classifier = classifier;
        this.reader = reader;
        this.context = context.classifying(this::surely);
    }

    /** In the order in which it is written. */
    Map<String, Object> read(String id, String subject, String body) {
        Classification classification = classifier.classify(subject, body);
        Confidence confidence = classification.confidence();
        Reading reading = reader.read(subject, body, context);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("category", classification.category());
        fields.put("confidence", BigDecimal.valueOf(confidence.value()).setScale(PLACES, RoundingMode.HALF_UP));
        fields.put("calibrated", confidence.calibrated());
        fields.put("sentiment", word(reading.mood().sentiment()));
        fields.put("frustrated", reading.mood().frustrated());
        fields.put("urgency", word(reading.mood().urgency()));
        fields.put("language", reading.language());
        fields.put("slots", slots(reading.slots()));
        fields.put("namesOtherPerson", reading.others().areNamed());
        fields.put("injectionSignal", reading.injection().isPresent());
        fields.put("secondCategory", second(reading, classification.category()));
        return fields;
    }

    private Optional<String> surely(String sentence) {
        return Optional.of(classifier.classify("", sentence)).filter(about -> about.confidence().value() >= SURE).map(Classification::category)
                .filter(category -> !category.equals(Taxonomy.OTHER));
    }

    private static String second(Reading reading, String first) {
        return reading.second().flatMap(SecondIntent::category).filter(category -> !category.equals(first)).orElse(null);
    }

    /** Only what the text says. */
    private static Map<String, Object> slots(Slots slots) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("applications", slots.applications());
        said.put("groups", slots.groups());
        said.put("field", slots.change().map(FieldChange::field).orElse(null));
        said.put("newValue", slots.change().flatMap(FieldChange::value).orElse(null));
        said.put("assets", slots.assets());
        said.put("amounts", slots.amounts());
        said.put("dates", slots.dates().stream().map(LocalDate::toString).toList());
        said.put("people", slots.people());
        said.values().removeIf(value -> value == null || value instanceof Collection<?> many && many.isEmpty());
        return said;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
