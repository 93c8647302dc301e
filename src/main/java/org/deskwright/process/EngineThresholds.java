package org.deskwright.process;

import java.util.List;
import java.util.Map;

import org.deskwright.governance.DecisionTables;
import org.deskwright.governance.Gate;
import org.deskwright.governance.Step;
import org.deskwright.triage.Classification;
import org.deskwright.triage.SureEnough;
import org.springframework.stereotype.Component;

/** Sure is what would let the desk go on alone, as the deployed thresholds say; a number that no outcome speaks for never is. */
@Component
class EngineThresholds implements SureEnough {

    private final DecisionTables tables;

    EngineThresholds(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public boolean isSure(String ticket, Classification classification) {
        if (!classification.confidence().calibrated()) {
            return false;
        }
        List<Map<String, Object>> rows = tables.evaluate(ticket, Gate.THRESHOLDS, Map.of("step", Step.CLASSIFY.word(), "category", classification.category())).outputs();
        return rows.size() == 1 && rows.get(0).get("actAt") instanceof Number actAt && classification.confidence().value() >= actAt.doubleValue();
    }
}
