package org.deskwright.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.governance.DecisionTables;
import org.deskwright.governance.Evaluation;
import org.deskwright.inference.Chain;
import org.deskwright.inference.Performer;
import org.deskwright.inference.PerformerTable;
import org.springframework.stereotype.Component;

/** Who does a step, as the deployed table says. */
@Component
class EnginePerformerTable implements PerformerTable {

    private final DecisionTables tables;
    private final AuditLog audit;

    EnginePerformerTable(DecisionTables tables, AuditLog audit) {
        this.tables = tables;
        this.audit = audit;
    }

    @Override
    public Chain chain(String ticket, Facts facts) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("step", facts.step().word());
        inputs.put("category", facts.category());
        inputs.put("language", facts.language());
        inputs.put("sensitivity", facts.sensitivity());
        Evaluation evaluation = tables.evaluate(ticket, KEY, inputs);
        audit.write(ticket, "DECISION", Actor.performer("table"), Map.of("evaluation", evaluation));
        if (evaluation.outputs().size() != 1) {
            return Chain.PEOPLE;
        }
        Map<String, Object> row = evaluation.outputs().get(0);
        return new Chain(List.of(performer(row, "first"), performer(row, "then"), performer(row, "finally")), String.valueOf(row.get("model")));
    }

    /** An empty cell names nobody, and so a person. */
    private static Performer performer(Map<String, Object> row, String column) {
        return Performer.of(String.valueOf(row.get(column)));
    }
}
