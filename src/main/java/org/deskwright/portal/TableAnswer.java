package org.deskwright.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.deskwright.governance.Evaluation;

/**
 * What one decision table was asked and answered, for people.
 *
 * @param name    file that analysts edit
 * @param asked   input = value
 * @param answers one line for each rule that matched; empty if none did
 */
record TableAnswer(String name, int version, List<String> asked, List<String> answers) {

    static TableAnswer of(Evaluation evaluation) {
        return new TableAnswer(evaluation.table() + ".dmn", evaluation.version(),
                evaluation.inputs().entrySet().stream().map(TableAnswer::pair).toList(),
                evaluation.outputs().stream().map(TableAnswer::line).toList());
    }

    private static String line(Map<String, Object> outputs) {
        return outputs.entrySet().stream().filter(output -> output.getValue() != null).map(TableAnswer::pair).collect(Collectors.joining(", "));
    }

    private static String pair(Map.Entry<String, Object> value) {
        return value.getKey() + " = " + (value.getValue() == null ? "unknown" : value.getValue());
    }
}
