package org.deskwright.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.deskwright.inference.Performed;
import org.deskwright.inference.Performer;

/**
 * Who did a step of the table, and why not those before them.
 *
 * @param step   as the table calls it
 * @param model  that did it, and hash of its prompt; {@code null} if somebody else did
 * @param sure   whether they need no second opinion
 */
record Performance(String step, Performer by, String model, String prompt, boolean sure, List<Performed.Trial> tried) {

    Performance {
        tried = List.copyOf(tried);
    }

    /** For the record. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("step", step);
        facts.put("by", by.word());
        facts.put("model", model);
        facts.put("prompt", prompt);
        facts.put("sure", sure);
        facts.put("tried", tried.stream().map(Performance::fact).toList());
        return facts;
    }

    private static Map<String, Object> fact(Performed.Trial trial) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("performer", trial.performer().word());
        fact.put("result", trial.result().word());
        fact.put("why", trial.why());
        fact.put("broken", trial.broken());
        return fact;
    }
}
