package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.Introspector;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** One phrase from diagram to code: label, id, expression, class and element template say the same. */
class DelegateTest {

    private static final Path TEMPLATES = Path.of(".camunda", "element-templates");
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "deskwright", "process");
    /** What would let a diagram run code that is no delegate. */
    private static final Set<String> OTHER_CODE = Set.of("class", "expression", "script", "field", "executionListener", "taskListener",
            "connector", "connectorId", "scriptTask", "topic", "type", "resource", "variableMappingClass", "variableMappingDelegateExpression",
            "errorEventDefinition", "extensionProperty");

    static List<Diagram> diagrams() {
        return Diagram.all();
    }

    static List<Task> tasks() {
        return diagrams().stream().flatMap(diagram -> diagram.model().getModelElementsByType(Task.class).stream())
                .filter(task -> Diagram.camunda(task, "delegateExpression") != null).toList();
    }

    static Set<String> delegates() {
        return Arrays.stream(Objects.requireNonNull(SOURCES.toFile().list())).filter(name -> name.endsWith(".java")).map(name -> name.replace(".java", ""))
                .filter(name -> !name.equals("package-info")).map(DelegateTest::load)
                .filter(type -> Delegate.class.isAssignableFrom(type) && !type.isInterface())
                .peek(type -> assertThat(type).hasAnnotation(Component.class))
                .map(type -> Introspector.decapitalize(type.getSimpleName())).collect(Collectors.toCollection(TreeSet::new));
    }

    static Map<String, JsonNode> templates() {
        return Arrays.stream(Objects.requireNonNull(TEMPLATES.toFile().listFiles()))
                .collect(Collectors.toMap(File::getName, DelegateTest::read));
    }

    @Test
    void everyExpressionNamesADelegateThatExists() {
        assertThat(tasks()).allSatisfy(task -> assertThat(bean(task)).isIn(delegates()));
    }

    @Test
    void everyDelegateHasAnElementTemplateAndTheOtherWayRound() {
        assertThat(templates().keySet()).isEqualTo(delegates().stream().map(bean -> kebab(bean) + ".json").collect(Collectors.toSet()));
        templates().forEach((file, template) -> {
            String kebab = file.replace(".json", "");
            assertThat(template.get("id").asText()).isEqualTo("org.deskwright." + kebab);
            assertThat(kebab(camel(template.get("name").asText()))).as("name of " + file).isEqualTo(kebab);
            assertThat(template.path("description").asText()).as("description of " + file).endsWith(".");
            assertThat(value(template, "camunda:delegateExpression")).isEqualTo("${%s}".formatted(camel(kebab.replace('-', ' '))));
        });
    }

    @Test
    void everyTaskIsDrawnFromItsTemplate() {
        Map<String, JsonNode> byId = templates().values().stream().collect(Collectors.toMap(template -> template.get("id").asText(), Function.identity()));
        assertThat(tasks()).allSatisfy(task -> {
            JsonNode template = byId.get("org.deskwright." + kebab(bean(task)));
            assertThat(Diagram.camunda(task, "modelerTemplate")).isEqualTo(template.get("id").asText());
            assertThat(Diagram.camunda(task, "modelerTemplateVersion")).isEqualTo(template.get("version").asText());
            assertThat(template.get("appliesTo")).extracting(JsonNode::asText)
                    .containsExactly("bpmn:" + task.getElementType().getInstanceType().getSimpleName());
            assertThat(inputs(task)).as(task.getId()).isSubsetOf(inputs(template)).containsAll(requiredInputs(template));
        });
    }

    @Test
    void whatADiagramMayTellIsAllThatTheModelerOffers() {
        assertThat(templates().get("tell-requester.json").findValues("choices")).singleElement().satisfies(choices ->
                assertThat(choices.findValuesAsText("value")).isEqualTo(Stream.of(TellRequester.Text.values()).map(TellRequester.Text::word).toList()));
    }

    /** A step that acts outside is saved before and after; PerformAction writes nothing on the engine's transaction. */
    @Test
    void actingIsSavedBeforeAndAfter() {
        assertThat(tasks().stream().filter(task -> bean(task).equals("performAction"))).isNotEmpty().allSatisfy(task -> {
            assertThat(task.isCamundaAsyncBefore()).isTrue();
            assertThat(task.isCamundaAsyncAfter()).isTrue();
            assertThat(task.isCamundaExclusive()).isTrue();
        });
        JsonNode template = templates().get("perform-action.json");
        assertThat(value(template, "camunda:asyncBefore")).isEqualTo("true");
        assertThat(value(template, "camunda:asyncAfter")).isEqualTo("true");
    }

    @Test
    void whatIsSavedBeforeIsTriedAgainInItsOwnRhythm() {
        assertThat(diagrams()).allSatisfy(diagram -> diagram.elements().stream()
                .filter(element -> element.getAttributeNS(Diagram.CAMUNDA, "asyncBefore").equals("true"))
                .forEach(element -> assertThat(element.getElementsByTagNameNS(Diagram.CAMUNDA, "failedJobRetryTimeCycle").getLength())
                        .as("retry cycle of " + element.getAttribute("id")).isEqualTo(1)));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingButDelegatesRuns(Diagram diagram) {
        for (Element element : diagram.elements()) {
            assertThat(element.getLocalName()).isNotIn(OTHER_CODE);
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                if (Diagram.CAMUNDA.equals(attributes.item(i).getNamespaceURI())) {
                    assertThat(attributes.item(i).getLocalName()).as(element.getAttribute("id")).isNotIn(OTHER_CODE);
                }
            }
        }
    }

    private static String bean(Task task) {
        return Diagram.camunda(task, "delegateExpression").replaceFirst("^\\$\\{(\\w+)}$", "$1");
    }

    private static Set<String> inputs(Task task) {
        return task.getDomElement().getChildElements().stream().flatMap(child -> child.getChildElements().stream())
                .flatMap(child -> child.getChildElements().stream()).filter(child -> child.getLocalName().equals("inputParameter"))
                .map(child -> child.getAttribute("name")).collect(Collectors.toSet());
    }

    private static Set<String> inputs(JsonNode template) {
        return parameters(template).map(property -> property.at("/binding/name").asText()).collect(Collectors.toSet());
    }

    private static Set<String> requiredInputs(JsonNode template) {
        return parameters(template).filter(property -> property.at("/constraints/notEmpty").asBoolean())
                .map(property -> property.at("/binding/name").asText()).collect(Collectors.toSet());
    }

    private static Stream<JsonNode> parameters(JsonNode template) {
        return template.findValues("properties").stream().flatMap(list -> Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get))
                .filter(property -> property.at("/binding/type").asText().equals("camunda:inputParameter"));
    }

    private static String value(JsonNode template, String binding) {
        for (JsonNode property : template.get("properties")) {
            if (property.at("/binding/name").asText().equals(binding)) {
                return property.get("value").asText();
            }
        }
        throw new AssertionError("No property binds " + binding);
    }

    static String camel(String label) {
        String[] words = label.split("[^\\p{L}\\p{N}]+");
        StringBuilder camel = new StringBuilder(words[0].substring(0, 1).toLowerCase() + words[0].substring(1));
        Arrays.stream(words).skip(1).forEach(word -> camel.append(word.substring(0, 1).toUpperCase()).append(word.substring(1)));
        return camel.toString();
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?=[A-Z])", "-").toLowerCase();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName("org.deskwright.process." + name, false, DelegateTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(File file) {
        try {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
