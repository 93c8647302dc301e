package org.deskwright.governance;

import java.util.Map;

/** The deployed decision tables. Each evaluation is on the audit record. */
public interface DecisionTables {

    /** Evaluates the latest version of a table. */
    Evaluation evaluate(String ticket, String table, Map<String, Object> inputs);
}
