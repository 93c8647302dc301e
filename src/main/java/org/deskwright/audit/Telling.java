package org.deskwright.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;

/** Tells entries in the order in which they happened, so that one can say what an earlier one was about. */
final class Telling {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Map<String, Mustache.Lambda> SAYING = Map.of("plain", saying(Telling::plain), "percent", saying(Telling::percent),
            "time", saying(Telling::time), "said", saying(Telling::said), "quoted", saying(OneLine::quoted));

    /** As {@link Duration} writes itself, in whole seconds. */
    private static final Pattern LENGTH = Pattern.compile("PT(\\d{1,9}[HMS])+");
    private static final List<ChronoUnit> UNITS = List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS);

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
        facts.properties().stream().filter(fact -> !fact.getValue().isObject() || !fact.getValue().isEmpty()) // to Mustache an empty one says something
                .forEach(fact -> context.put(fact.getKey(), CanonicalJson.JSON.convertValue(fact.getValue(), Object.class)));
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
        context.put("is", Stream.of(Gist.outcome(facts).orElse(""), facts.path("basis").asText().toLowerCase(Locale.ROOT)).distinct()
                .collect(Collectors.toMap(Function.identity(), word -> true)));
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

    private static String said(String value) {
        return value.isEmpty() ? "–" : LENGTH.matcher(value).matches() ? length(Duration.parse(value)) : value;
    }

    /** In the largest unit that it is a multiple of: {@code PT720H} as 30 days. */
    private static String length(Duration length) {
        ChronoUnit unit = UNITS.stream().filter(it -> length.toSeconds() % it.getDuration().toSeconds() == 0).findFirst().orElseThrow();
        String name = unit.toString().toLowerCase(Locale.ROOT);
        long count = length.dividedBy(unit.getDuration());
        return "%d %s".formatted(count, count == 1 ? name.substring(0, name.length() - 1) : name);
    }

    private static String time(String instant) {
        try {
            return TIME.format(Instant.parse(instant));
        } catch (DateTimeException e) {
            return instant;
        }
    }
}
