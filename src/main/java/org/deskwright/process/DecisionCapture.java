package org.deskwright.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.governance.Evaluation;

/**
 * Sees every decision table as the engine evaluates it: inputs, rules hit, outputs and the version are taken from the
 * evaluation itself, never from variables that could be changed afterwards.
 */
class DecisionCapture implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<Deque<Evaluation>> asked = new ThreadLocal<>();
    private final AuditLog audit;
    private final TableAnswers answers;

    DecisionCapture(AuditLog audit, TableAnswers answers) {
        this.answers = answers;
        this.audit = audit;
    }

    /** What was evaluated on this thread while {@code evaluation} ran. */
    Evaluation capture(Runnable evaluation) {
        asked.set(new ArrayDeque<>());
        try {
            evaluation.run();
            return asked.get().getLast();
        } finally {
            asked.remove();
        }
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        Evaluation evaluation = evaluation(event);
        if (asked.get() != null) {
            asked.get().add(evaluation);
        } else {
            BpmnExecutionContext context = Context.getBpmnExecutionContext();
            String ticket = context == null ? null : context.getExecution().getProcessBusinessKey();
            audit.write(ticket, "DECISION", Actor.performer("table"), Map.of("evaluation", evaluation));
            if (ticket != null) {
                answers.keep(ticket, evaluation, columns(event));
            }
        }
    }

    private static List<String> columns(DmnDecisionTableEvaluationEvent event) {
        return ((DmnDecisionTableImpl) event.getDecisionTable().getDecisionLogic()).getOutputs().stream().map(DmnDecisionTableOutputImpl::getOutputName).toList();
    }

    private static Evaluation evaluation(DmnDecisionTableEvaluationEvent event) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        event.getInputs().forEach(input -> inputs.put(input.getName(), input.getValue().getValue()));
        List<String> rules = event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList();
        List<Map<String, Object>> outputs = event.getMatchingRules().stream().map(DecisionCapture::outputs).toList();
        int version = event.getDecisionTable() instanceof DecisionDefinition definition ? definition.getVersion() : 0;
        return new Evaluation(event.getDecisionTable().getKey(), version, inputs, rules, outputs);
    }

    private static Map<String, Object> outputs(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries().values().forEach(entry -> outputs.put(entry.getOutputName(), entry.getValue().getValue()));
        return outputs;
    }
}
