package org.deskwright.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;

/** Tells entries in the order in which they happened, so that one can say what an earlier one was about. */
final class Telling {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Map<String, Mustache.Lambda> SAYING = Map.of("plain", saying(Telling::plain), "percent", saying(Telling::percent),
            "time", saying(Telling::time), "said", saying(text -> text.isEmpty() ? "–" : text));

    private final Sentences sentences;
    private final Map<String, Object> plans = new HashMap<>();
    private final Map<String, Object> questions = new HashMap<>();

    Telling(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * @param by    who did it
     * @param facts in plain words
     */
    String words(String kind, String by, JsonNode facts) {
        Map<String, Object> context = new HashMap<>(SAYING);
        facts.properties().forEach(fact -> context.put(fact.getKey(), CanonicalJson.JSON.convertValue(fact.getValue(), Object.class)));
        String action = facts.path("actionId").asText();
        String task = facts.path("taskId").asText();
        if (kind.equals("PLAN")) {
            plans.put(action, Map.copyOf(context));
        } else if (plans.containsKey(action)) {
            context.put("plan", plans.get(action));
        }
        if (kind.equals("ASKED")) {
            questions.put(task, new HashMap<>(context));
        } else if (questions.containsKey(task)) {
            context.put("asked", questions.get(task));
        }
        context.put("by", by);
        context.put("instead", facts.hasNonNull("standsFor") && !facts.get("standsFor").asText().equals(by));
        context.put("is", Map.of(Gist.outcome(facts).orElse(""), true));
        return sentences.words(kind, context);
    }

    private static Mustache.Lambda saying(UnaryOperator<String> how) {
        return (fragment, out) -> out.write(how.apply(fragment.execute()));
    }

    /** {@code userTask_reviewAction} and {@code send-reset-link} as people would write them. */
    private static String plain(String word) {
        return word.replaceFirst("^[a-z][A-Za-z]*_(?=[a-z])", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('-', ' ').replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }

    /** Rounded down, so that 99.6 % is not read as certain. */
    private static String percent(String fraction) {
        try {
            return new BigDecimal(fraction).movePointRight(2).setScale(0, RoundingMode.FLOOR) + " %";
        } catch (NumberFormatException e) {
            return fraction;
        }
    }

    private static String time(String instant) {
        try {
            return TIME.format(Instant.parse(instant));
        } catch (DateTimeException e) {
            return instant;
        }
    }
}
