package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.deskwright.Config;
import org.deskwright.review.Outcome;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Queue;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One form, one decision: what it offers is what diagrams and code understand. */
class FormTest {

    static List<FormFile> forms() {
        return FormFile.all();
    }

    static List<Diagram> diagrams() {
        return Diagram.all();
    }

    private static Map<Diagram, List<UserTask>> userTasks() {
        return diagrams().stream().collect(Collectors.toMap(Function.identity(),
                diagram -> List.copyOf(diagram.model().getModelElementsByType(UserTask.class))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void tasklistCanRenderIt(FormFile form) {
        assertThat(form.toString()).isEqualTo(form.json().get("id").asText() + ".form");
        assertThat(form.json().get("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.json().get("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.json().get("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(form.components()).extracting(component -> component.get("type").asText()).isSubsetOf(ModelFilesOnly.COMPONENTS);
        assertThat(form.components()).extracting(component -> component.get("id").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itAsksForOneDecisionAfterItsContext(FormFile form) {
        assertThat(form.components().get(0).get("type").asText()).isEqualTo("text");
        JsonNode question = form.components().get(1);
        assertThat(question.get("key").asText()).isEqualTo(Variables.OUTCOME.name());
        assertThat(question.at("/validate/required").asBoolean()).isTrue();
        assertThat(form.options("outcome").keySet()).allSatisfy(outcome -> assertThat(Outcome.of(outcome)).as(outcome).isPresent());
    }

    /** What an outcome needs is asked for exactly where it is chosen, and cannot be left out. */
    @ParameterizedTest
    @MethodSource("forms")
    void whatADecisionNeedsIsAskedForWithIt(FormFile form) {
        for (String outcome : form.options("outcome").keySet()) {
            Set<String> needed = new HashSet<>();
            if (Outcome.of(outcome).orElseThrow().needsText()) {
                needed.add("text");
            }
            if (outcome.equals("correct")) {
                needed.add("newCategory");
            }
            if (outcome.equals("transfer")) {
                needed.add("newQueue");
            }
            if (outcome.equals("approve") && form.names().contains("newEntitlement")) {
                needed.add("newEntitlement");
                needed.add("newLasts");
            }
            assertThat(shown(form, outcome)).as("%s of %s", outcome, form).isEqualTo(needed);
        }
        form.components().stream().filter(component -> component.has("key"))
                .forEach(field -> assertThat(field.at("/validate/required").asBoolean()).as(field.get("key").asText()).isTrue());
        form.components().stream().filter(component -> component.path("key").asText().equals("text"))
                .forEach(field -> assertThat(field.at("/validate/maxLength").asInt()).isEqualTo(4_000));
    }

    /**
     * Reads the shapes of hide-conditions there are: {@code =outcome != "x"}, {@code =not(outcome = "x" or …)}, and the first
     * for grants alone.
     */
    private static Set<String> shown(FormFile form, String outcome) {
        return form.components().stream().filter(component -> component.has("conditional")).filter(component -> {
            String hide = component.at("/conditional/hide").asText();
            assertThat(hide).matches("=outcome != \"\\w+\"( or entitlement = null)?|=not\\((outcome = \"\\w+\"( or )?)+\\)");
            return hide.contains("\"%s\"".formatted(outcome));
        }).map(component -> component.get("key").asText()).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void categoriesAndQueuesAreTheTaxonomys(FormFile form) {
        Map<String, String> categories = new LinkedHashMap<>();
        Config.TAXONOMY.categories().forEach((Category category) -> categories.put(category.id(), category.name()));
        Map<String, String> queues = new LinkedHashMap<>();
        Config.TAXONOMY.queues().forEach((Queue queue) -> queues.put(queue.id(), queue.name()));
        if (form.names().contains("newCategory")) {
            assertThat(form.options("newCategory")).containsExactlyEntriesOf(categories);
        }
        if (form.names().contains("newQueue")) {
            assertThat(form.options("newQueue")).containsExactlyEntriesOf(queues);
        }
    }

    /** Ids and bare numbers are for machines; beside each stands a variable that says it in words. */
    @ParameterizedTest
    @MethodSource("forms")
    void peopleReadWords(FormFile form) {
        assertThat(form.names()).as("what it is about").containsAnyOf("categoryName", "proposal")
                .doesNotContain("category", "confidence", "queue", "queueGroup", "priority", "reasons");
    }

    /** Whoever may approve may grant another entitlement instead: any there is, so that none is forgotten. */
    @Test
    void whatCanBeGrantedIsWhatThereIs() {
        Map<String, String> entitlements = new LinkedHashMap<>();
        Config.ENTITLEMENTS.items().forEach(entitlement -> entitlements.put(entitlement.id(),
                "%s (%s)".formatted(entitlement.id(), entitlement.sensitivity().name().toLowerCase())));
        assertThat(FormFile.of("review-action").options("newEntitlement")).containsExactlyEntriesOf(entitlements);
    }

    /** What the label says is what the value means, and the plan's own time is always among them. */
    @Test
    void howLongItCanBeGrantedIsSaidInDays() {
        FormFile.of("review-action").options("newLasts").forEach((value, label) -> assertThat(label).isEqualTo(value.equals(Edit.LONGEST)
                ? "As long as this access allows" : Duration.parse(value).equals(Duration.ofDays(1)) ? "1 day" : "%d days".formatted(Duration.parse(value).toDays())));
        assertThat(FormFile.of("review-action").options("newLasts")).containsKey(Edit.LONGEST).hasSizeGreaterThan(3);
    }

    @Test
    void everyTaskHasAFormAndEveryFormATask() {
        List<UserTask> tasks = userTasks().values().stream().flatMap(List::stream).toList();
        assertThat(tasks).allSatisfy(task -> {
            assertThat(Path.of("forms", Diagram.camunda(task, "formRef") + ".form")).exists();
            assertThat(Diagram.camunda(task, "formRefBinding")).isEqualTo("latest");
            assertThat(task.getId()).isEqualTo("userTask_" + DelegateTest.camel(Diagram.camunda(task, "formRef")));
        });
        assertThat(tasks).extracting(task -> Diagram.camunda(task, "formRef") + ".form")
                .containsExactlyInAnyOrderElementsOf(forms().stream().map(FormFile::toString).toList());
    }

    /** Work beside the ticket's own process leaves its status alone. */
    @Test
    void everyTaskHasPeopleDatesAndAStatus() {
        assertThat(userTasks().values().stream().flatMap(List::stream)).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroups()).isNotBlank();
            assertThat(task.getCamundaDueDate()).isEqualTo("${resolutionDue}");
            assertThat(task.getCamundaFollowUpDate()).isEqualTo("${responseDue}");
            assertThat(task.getCamundaPriority()).isNotBlank();
            boolean beside = task.getModelInstance().getModelElementById("revoke-action") != null;
            assertThat(status(task).isPresent()).as(task.getId()).isEqualTo(!beside);
        });
    }

    private static java.util.Optional<TicketStatus> status(UserTask task) {
        return task.getDomElement().getChildElements().stream().flatMap(child -> child.getChildElements().stream())
                .flatMap(child -> child.getChildElements().stream()).filter(child -> "status".equals(child.getAttribute("name")))
                .findFirst().flatMap(child -> TicketStatus.of(child.getAttribute("value")));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyOutcomeComparedIsOfferedByTheTaskBefore(Diagram diagram) {
        for (Diagram.Comparison comparison : diagram.comparisons()) {
            if (comparison.variable().equals("outcome")) {
                Set<FlowNode> before = Diagram.nearestBefore(comparison.flow().getSource(), UserTask.class::isInstance);
                assertThat(before).as(comparison.flow().getId()).isNotEmpty();
                assertThat(before).allSatisfy(task -> assertThat(offered(FormFile.of(Diagram.camunda(task, "formRef"))))
                        .contains(comparison.value()));
            }
        }
    }

    @Test
    void everyOutcomeCanBeChosenSomewhere() {
        Set<String> offered = forms().stream().flatMap(form -> offered(form).stream()).collect(Collectors.toSet());
        assertThat(offered).containsExactlyInAnyOrderElementsOf(List.of(Outcome.values()).stream().map(Word::word).toList());
    }

    /** The approval of something else than proposed is an edit. */
    private static Set<String> offered(FormFile form) {
        Set<String> offered = new HashSet<>(form.options("outcome").keySet());
        if (form.names().contains("newEntitlement")) {
            offered.add(Outcome.EDIT.word());
        }
        return offered;
    }
}
