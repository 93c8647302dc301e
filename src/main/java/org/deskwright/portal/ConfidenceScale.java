package org.deskwright.portal;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.deskwright.ticket.Confidence;

/**
 * How sure the desk was, from 0 to 100, beside what it needed to act alone and to propose.
 *
 * @param percent  in words
 * @param actAt    {@code null} where nothing was decided by it; so with {@code reviewAt}
 */
record ConfidenceScale(String percent, double width, boolean calibrated, Double actAt, Double reviewAt) {

    /** Of an entry's facts: what a performer said, and what the gate asked of it. */
    static Optional<ConfidenceScale> in(JsonNode facts) {
        JsonNode limits = MissingNode.getInstance();
        for (JsonNode evaluation : facts.path("evaluations")) {
            limits = evaluation.path("table").asText().equals("thresholds") ? evaluation.at("/outputs/0") : limits;
        }
        return of(facts.at("/confidence/value"), facts.at("/confidence/calibrated"), percent(limits.path("actAt")), percent(limits.path("reviewAt")));
    }

    private static Optional<ConfidenceScale> of(JsonNode value, JsonNode calibrated, Double actAt, Double reviewAt) {
        double number = value.asDouble(Double.NaN);
        return Confidence.isProbability(number) ? Optional.of(new ConfidenceScale(new Confidence(number, true, "record", 0, null, null).percent(),
                number * 100, calibrated.asBoolean(), actAt, reviewAt)) : Optional.empty();
    }

    private static Double percent(JsonNode limit) {
        return limit.isMissingNode() || limit.isNull() ? null : Math.min(1, limit.asDouble()) * 100;
    }
}
