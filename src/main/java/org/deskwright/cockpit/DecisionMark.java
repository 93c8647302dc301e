package org.deskwright.cockpit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.deskwright.audit.ReadEntry;

/**
 * What stands at a step of a diagram: how sure the desk was, and what was decided or done there.
 *
 * @param step  id of the step
 * @param text  a few words
 * @param tone  {@code good} if it goes on by itself, {@code waiting} if a person is asked, {@code bad} if nothing is done; else {@code plain}
 * @param title the sentence of the record
 */
record DecisionMark(String step, String text, String tone, String title) {

    private static final String PLAIN = "plain";
    private static final int LONGEST = 40;

    static Optional<DecisionMark> of(ReadEntry entry) {
        JsonNode facts = entry.facts();
        return switch (entry.kind() == null ? "" : entry.kind()) {
            case "CLASSIFICATION" -> mark(entry, words(facts.path("category"), percent(facts.at("/confidence/value"))) + model(facts.at("/performers/0/model")), PLAIN);
            case "DECISION" -> facts.has("autonomy") ? mark(entry, words(facts.get("autonomy"), percent(facts.at("/confidence/value"))), tone(facts.get("autonomy").asText()))
                    : mark(entry, answers(facts.at("/evaluation/outputs")), PLAIN);
            case "HUMAN_DECISION" -> mark(entry, facts.path("outcome").asText() + " · " + entry.who(), tone(facts.path("outcome").asText()));
            case "OUTCOME" -> mark(entry, facts.path("state").asText(), tone(facts.path("state").asText()));
            default -> Optional.empty();
        };
    }

    /** What another process decided that is called at this step; its tables are for its own diagram. */
    static Optional<DecisionMark> ofCalled(ReadEntry entry, String step) {
        return entry.facts() != null && entry.facts().has("evaluation") ? Optional.empty()
                : of(entry).map(mark -> new DecisionMark(step, mark.text, mark.tone, mark.title));
    }

    /** Of two at the same step, the later one counts. */
    DecisionMark then(DecisionMark later) {
        return later;
    }

    private static Optional<DecisionMark> mark(ReadEntry entry, String text, String tone) {
        return text.isBlank() ? Optional.empty() : Optional.of(new DecisionMark(entry.step().id(),
                text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text, tone, entry.headline()));
    }

    private static String words(JsonNode what, String percent) {
        return percent.isEmpty() ? what.asText() : what.asText() + " · " + percent;
    }

    /** That past tickets or a person say so goes without saying here. */
    private static String model(JsonNode name) {
        return name.isTextual() ? " · by " + name.asText() : "";
    }

    private static String percent(JsonNode confidence) {
        return confidence.isTextual() || confidence.isNumber() ? String.format(Locale.ENGLISH, "%.0f %%", Math.floor(confidence.asDouble() * 100)) : "";
    }

    private static String answers(JsonNode outputs) {
        List<String> answers = new ArrayList<>();
        outputs.forEach(row -> row.forEach(value -> answers.add(value.asText())));
        return String.join(", ", answers);
    }

    private static String tone(String word) {
        return switch (word) {
            case "auto", "approve", "done", "confirmed", "retry" -> "good";
            case "review", "edit", "correct", "ask", "transfer", "unknown", "note" -> "waiting";
            case "escalate", "decline", "refused" -> "bad";
            default -> PLAIN;
        };
    }
}
