package org.deskwright.triage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.deskwright.reading.Context;
import org.deskwright.reading.FieldChange;
import org.deskwright.reading.Reading;
import org.deskwright.reading.Slots;
import org.deskwright.reading.TextReader;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Impression;

/** What a classifier and the reader make of one text together, as it is written for other programs. */
final class ReadTexts {

    private static final int PLACES = 4;

    private final Classifier classifier;
    private final TextReader reader;
    private final Context context;

    /** @param context what a text does not say by itself, but for what its sentences are about */
    ReadTexts(Classifier classifier, TextReader reader, Context context) {
        this.classifier = classifier;
        this.reader = reader;
        this.context = context.classifying(new SureCategory(classifier));
    }

    /** In the order in which it is written. */
    Map<String, Object> read(String id, String subject, String body) {
        Classification classification = classifier.classify(subject, body);
        Confidence confidence = classification.confidence();
        Reading reading = reader.read(subject, body, context);
        Impression impression = Impressions.of(reading, classification.category());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("category", classification.category());
        fields.put("confidence", BigDecimal.valueOf(confidence.value()).setScale(PLACES, RoundingMode.HALF_UP));
        fields.put("calibrated", confidence.calibrated());
        fields.put("sentiment", impression.sentiment());
        fields.put("frustrated", impression.frustrated());
        fields.put("urgency", impression.urgency());
        fields.put("language", impression.language());
        fields.put("slots", slots(reading.slots()));
        fields.put("namesOtherPerson", impression.namesOther());
        fields.put("injectionSignal", impression.speaksToMachine());
        fields.put("secondCategory", impression.secondCategory());
        return fields;
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
}
