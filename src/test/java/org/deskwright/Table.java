package org.deskwright;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.deskwright.process.CachedFeel;

/** A table of {@code decisions/}, alone in a plain engine; several threads may ask it, and it remembers which of its rows a test has reached. */
public final class Table {

    private static final Path FOLDER = Path.of("decisions");

    private final DmnModelInstance model;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Set<String> reached = ConcurrentHashMap.newKeySet();

    private Table(String key) {
        model = Dmn.readModelFromFile(FOLDER.resolve(key + ".dmn").toFile());
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(CachedFeel::new);
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::remember));
        engine = configuration.buildEngine();
        decision = engine.parseDecision(key, model);
    }

    /** @param key decision id, and file name without extension */
    public static Table of(String key) {
        return new Table(key);
    }

    /** Every table there is, by key. */
    public static List<String> keys() {
        return Arrays.stream(FOLDER.toFile().list()).filter(name -> name.endsWith(".dmn"))
                .map(name -> name.substring(0, name.length() - ".dmn".length())).sorted().toList();
    }

    /** Outputs of each row that matched. */
    public List<Map<String, Object>> ask(Map<String, ?> inputs) {
        return engine.evaluateDecisionTable(decision, new LinkedHashMap<>(inputs)).stream()
                .map(row -> (Map<String, Object>) new LinkedHashMap<>(row.getEntryMap())).toList();
    }

    /** Outputs of the only row that matched. */
    public Map<String, Object> answer(Map<String, ?> inputs) {
        List<Map<String, Object>> rows = ask(inputs);
        if (rows.size() != 1) {
            throw new AssertionError("%d rows of %s match %s".formatted(rows.size(), decision.getKey(), inputs));
        }
        return rows.get(0);
    }

    /** Rows that no question has led to so far. */
    public List<String> unreached() {
        return rules().stream().map(Rule::getId).filter(id -> !reached.contains(id)).toList();
    }

    public Decision decision() {
        return model.getModelElementsByType(Decision.class).iterator().next();
    }

    public HitPolicy hitPolicy() {
        return model.getModelElementsByType(DecisionTable.class).iterator().next().getHitPolicy();
    }

    public Collection<Rule> rules() {
        return model.getModelElementsByType(Rule.class);
    }

    /** Input expressions with the type they are read as. */
    public Map<String, String> inputs() {
        return model.getModelElementsByType(Input.class).stream().collect(Collectors.toMap(
                input -> input.getInputExpression().getText().getTextContent(), input -> input.getInputExpression().getTypeRef(),
                (a, b) -> a, LinkedHashMap::new));
    }

    /** Names of the outputs with their types. */
    public Map<String, String> outputs() {
        return model.getModelElementsByType(Output.class).stream()
                .collect(Collectors.toMap(Output::getName, Output::getTypeRef, (a, b) -> a, LinkedHashMap::new));
    }

    /** The closed list of an input or output column. */
    public List<String> words(String column) {
        return Stream.concat(
                model.getModelElementsByType(Input.class).stream()
                        .filter(input -> input.getInputExpression().getText().getTextContent().equals(column)).map(Input::getInputValues),
                model.getModelElementsByType(Output.class).stream()
                        .filter(output -> output.getName().equals(column)).map(Output::getOutputValues))
                .map(UnaryTests::getText).flatMap(text -> Arrays.stream(text.getTextContent().split(",")))
                .map(word -> word.strip().replace("\"", "")).toList();
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> reached.add(rule.getId()));
    }
}
