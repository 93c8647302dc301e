package org.deskwright.process;

import java.util.List;
import java.util.Map;

import org.deskwright.governance.DecisionTables;
import org.deskwright.governance.Gate;
import org.deskwright.governance.Step;
import org.deskwright.triage.Classification;
import org.deskwright.triage.SureEnough;
import org.springframework.stereotype.Component;

/** As the deployed thresholds say; with a number that no outcome speaks for the desk never goes on alone. */
@Component
class EngineThresholds implements SureEnough {

    private final DecisionTables tables;

    EngineThresholds(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public Reach reach(String ticket, Classification classification) {
        List<Map<String, Object>> rows = tables.evaluate(ticket, Gate.THRESHOLDS, Map.of("step", Step.CLASSIFY.word(), "category", classification.category())).outputs();
        if (rows.size() != 1) {
            return Reach.NOTHING;
        }
        boolean isSure = classification.confidence().calibrated() && isReached(rows.get(0), "actAt", classification);
        return isSure ? Reach.ALONE : isReached(rows.get(0), "reviewAt", classification) ? Reach.PROPOSED : Reach.NOTHING;
    }

    private static boolean isReached(Map<String, Object> row, String limit, Classification classification) {
        return row.get(limit) instanceof Number at && classification.confidence().value() >= at.doubleValue();
    }
}
