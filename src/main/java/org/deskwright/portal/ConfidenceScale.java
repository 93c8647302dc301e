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

    /** As the columns of {@code autonomy.dmn} are labelled. */
    private static final String CONFIDENCE = "Confidence";
    private static final String CALIBRATED = "Calibrated?";

    /** Of an entry's facts: what a performer said, or what a table was asked with. */
    static Optional<ConfidenceScale> in(JsonNode facts) {
        if (facts.hasNonNull("confidence")) {
            return of(facts.at("/confidence/value"), facts.at("/confidence/calibrated"), null, null);
        }
        JsonNode asked = MissingNode.getInstance();
        JsonNode limits = MissingNode.getInstance();
        for (JsonNode evaluation : facts.path("evaluations")) {
            asked = evaluation.path("table").asText().equals("autonomy") ? evaluation.path("inputs") : asked;
            limits = evaluation.path("table").asText().equals("thresholds") ? evaluation.at("/outputs/0") : limits;
        }
        return of(asked.path(CONFIDENCE), asked.path(CALIBRATED), percent(limits.path("actAt")), percent(limits.path("reviewAt")));
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
