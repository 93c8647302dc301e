package org.deskwright.governance;

import java.util.List;
import java.util.Map;

/**
 * One evaluation of a decision table, as captured while the engine evaluated it.
 *
 * @param table   key of the decision
 * @param version deployed version of it
 * @param inputs  name of the input → value
 * @param rules   ids of the rules that matched
 * @param outputs one map per matched rule, name of the output → value
 */
public record Evaluation(String table, int version, Map<String, Object> inputs, List<String> rules,
                         List<Map<String, Object>> outputs) {
}
