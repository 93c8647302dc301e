package org.deskwright.process;

import java.util.Map;

import org.camunda.bpm.engine.DecisionService;
import org.deskwright.governance.DecisionTables;
import org.deskwright.governance.Evaluation;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The deployed tables, evaluated by the engine; what is returned is what the engine itself reported. */
@Component
class EngineDecisionTables implements DecisionTables {

    private final DecisionService decisions;
    private final DecisionCapture capture;

    EngineDecisionTables(@Lazy DecisionService decisions, DecisionCapture capture) {
        this.decisions = decisions;
        this.capture = capture;
    }

    @Override
    public Evaluation evaluate(String ticket, String table, Map<String, Object> inputs) {
        return capture.capture(() -> decisions.evaluateDecisionTableByKey(table).variables(inputs).evaluate());
    }
}
