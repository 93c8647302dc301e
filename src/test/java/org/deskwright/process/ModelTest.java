package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.deskwright.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Every name that diagrams, tables and forms speak is declared, once, in {@link Variables}. */
class ModelTest {

    /** Asked by the gate with inputs of its own; the others are drawn and read process variables. */
    /** By the gate, and by whoever hands out work. */
    private static final Set<String> ASKED_BY_CODE = Set.of("autonomy", "mandatory-review", "thresholds", "performer");
    private static final Map<String, Class<?>> DMN_TYPES = Map.of("string", String.class, "integer", Integer.class,
            "double", Double.class, "boolean", Boolean.class);

    static List<Diagram> diagrams() {
        return Diagram.all();
    }

    static List<FormFile> forms() {
        return FormFile.all();
    }

    static List<String> drawnTables() {
        return Table.keys().stream().filter(key -> !ASKED_BY_CODE.contains(key)).toList();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyNameADiagramSpeaksIsDeclared(Diagram diagram) {
        Set<String> names = new TreeSet<>();
        diagram.spoken().stream().filter(spoken -> !spoken.place().equals("delegateExpression"))
                .forEach(spoken -> names.addAll(names(spoken)));
        Stream.of("inputParameter", "outputParameter").flatMap(tag -> diagram.elements(tag).stream())
                .forEach(parameter -> names.add(parameter.getAttribute("name")));
        names.addAll(mapped(diagram));
        assertThat(declared().keySet()).as(diagram.toString()).containsAll(names);
    }

    /** The engine offers these two names of its own, each in one place only. */
    private static Set<String> names(Diagram.Spoken spoken) {
        Set<String> names = new TreeSet<>();
        new Builder(Builder.Feature.METHOD_INVOCATIONS).build(spoken.text()).getIdentifierNodes().forEach(node -> names.add(node.getName()));
        if (spoken.place().equals("outputParameter")) {
            names.remove("decisionResult");
        }
        if (spoken.place().equals("businessKey")) {
            assertThat(spoken.text()).isEqualTo("#{execution.processBusinessKey}");
            names.remove("execution");
        }
        return names;
    }

    private static List<String> mapped(Diagram diagram) {
        List<String> names = new ArrayList<>();
        for (Element mapping : Stream.of("in", "out").flatMap(tag -> diagram.elements(tag).stream()).toList()) {
            for (String attribute : List.of("source", "target")) {
                if (mapping.hasAttribute(attribute)) {
                    names.add(mapping.getAttribute(attribute));
                }
            }
            assertThat(mapping.hasAttribute("sourceExpression")).isFalse();
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyNameAFormSpeaksIsDeclared(FormFile form) {
        assertThat(declared().keySet()).containsAll(form.names());
    }

    @ParameterizedTest
    @MethodSource("drawnTables")
    void everyTableThatIsDrawnReadsAndSetsDeclaredVariables(String key) {
        Table table = Table.of(key);
        Stream.of(table.inputs(), table.outputs()).flatMap(columns -> columns.entrySet().stream()).forEach(column ->
                assertThat(declared().get(column.getKey())).as("%s of %s", column.getKey(), key).isEqualTo(DMN_TYPES.get(column.getValue())));
        assertThat(mappedOutputs(key)).isEqualTo(table.outputs().keySet());
    }

    /** What the diagram's task takes over from the table, under the table's own name for it. */
    private static Set<String> mappedOutputs(String table) {
        return diagrams().stream().flatMap(diagram -> diagram.elements("outputParameter").stream())
                .filter(output -> ((Element) output.getParentNode().getParentNode().getParentNode())
                        .getAttributeNS(Diagram.CAMUNDA, "decisionRef").equals(table))
                .peek(output -> assertThat(output.getTextContent())
                        .isEqualTo("${decisionResult.getSingleResult().getEntry(\"%s\")}".formatted(output.getAttribute("name"))))
                .map(output -> output.getAttribute("name")).collect(Collectors.toSet());
    }

    @Test
    void everyTableIsDrawnOrAskedByCode() {
        Set<String> drawn = diagrams().stream().flatMap(diagram -> diagram.model().getModelElementsByType(BusinessRuleTask.class).stream())
                .map(BusinessRuleTask::getCamundaDecisionRef).filter(ref -> ref != null).collect(Collectors.toSet());
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(drawnTables());
        assertThat(Table.keys()).containsAll(ASKED_BY_CODE);
    }

    /** A cell may speak of the columns, and of the limits that autonomy is given besides them. */
    @Test
    void noCellSpeaksOfAnythingElse() {
        Set<String> limits = Table.of("thresholds").outputs().keySet();
        for (String key : Table.keys()) {
            Table table = Table.of(key);
            Set<String> known = new TreeSet<>(table.inputs().keySet());
            if (key.equals("autonomy")) {
                known.addAll(limits);
            }
            table.rules().stream().flatMap(rule -> rule.getInputEntries().stream()).map(UnaryTests::getText)
                    .forEach(cell -> assertThat(known).as(key).containsAll(FormFile.feelNames(cell.getTextContent())));
        }
    }

    @Test
    void everyVariableIsDeclaredOnceAndIsNoPayload() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Field field : Variables.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Variable.class) {
                constants.add(field.get(null));
                assertThat(field.getName()).isEqualTo(((Variable<?>) field.get(null)).name().replaceAll("(?=[A-Z])", "_").toUpperCase());
            }
        }
        assertThat(Variables.ALL).containsExactlyInAnyOrderElementsOf(constants.stream().map(Variable.class::cast).<Variable<?>>map(v -> v).toList());
        assertThat(declared()).hasSize(Variables.ALL.size());
        assertThat(declared().values()).isSubsetOf(String.class, Boolean.class, Integer.class, Double.class, Date.class);
    }

    private static Map<String, Class<?>> declared() {
        return Variables.ALL.stream().collect(Collectors.toMap(Variable::name, Variable::type));
    }
}
