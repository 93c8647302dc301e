package org.deskwright.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which entries each step of each process left while the path tests ran; the README prints it for auditors. */
final class StepTable {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- entries of each step: begin -->\n";
    private static final String END = "<!-- entries of each step: end -->";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RepositoryService repository;
    private final Map<String, Set<String>> kinds = new TreeMap<>();

    StepTable(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        jdbc.sql("select body from record.entry").query(String.class).list().forEach(this::count);
    }

    private void count(String body) {
        try {
            JsonNode entry = JSON.readTree(body);
            JsonNode step = entry.at("/unmapped/step");
            kinds.computeIfAbsent(step.path("process").asText() + " " + step.path("id").asText(), any -> new TreeSet<>())
                    .add(entry.get("activity_name").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Steps that were passed and left nothing. */
    Set<String> silent() {
        return processes().stream().flatMap(process -> steps(process).stream().map(step -> process.getKey() + " " + step.getId()))
                .filter(step -> !kinds.containsKey(step)).collect(Collectors.toCollection(TreeSet::new));
    }

    String markdown() {
        StringBuilder table = new StringBuilder();
        for (ProcessDefinition process : processes()) {
            table.append("\n**").append(process.getName()).append("** (`").append(process.getKey()).append("`)\n\n| Step | Entries |\n|---|---|\n");
            steps(process).forEach(step -> table.append("| ").append(label(step)).append(" | ")
                    .append(kinds.getOrDefault(process.getKey() + " " + step.getId(), Set.of()).stream().map("`%s`"::formatted)
                            .collect(Collectors.joining(", "))).append(" |\n"));
        }
        return table.append('\n').toString();
    }

    static String inReadme() {
        String readme = readme();
        return readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));
    }

    void writeIntoReadme() {
        try {
            Files.writeString(README, readme().replace(BEGIN + inReadme() + END, BEGIN + markdown() + END));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readme() {
        try {
            return Files.readString(README);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ProcessDefinition> processes() {
        return repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list();
    }

    /** As they follow from the start, and what stands apart behind them. */
    private List<FlowNode> steps(ProcessDefinition process) {
        Collection<FlowNode> all = repository.getBpmnModelInstance(process.getId()).getModelElementsByType(FlowNode.class);
        Set<FlowNode> ordered = new LinkedHashSet<>();
        all.stream().filter(StartEvent.class::isInstance).forEach(start -> follow(start, all, ordered));
        ordered.addAll(all);
        return ordered.stream().filter(node -> !(node instanceof Gateway)).toList();
    }

    private static void follow(FlowNode first, Collection<FlowNode> all, Set<FlowNode> ordered) {
        Deque<FlowNode> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            FlowNode node = next.remove();
            if (ordered.add(node)) {
                all.stream().filter(BoundaryEvent.class::isInstance).map(BoundaryEvent.class::cast)
                        .filter(event -> event.getAttachedTo().equals(node)).forEach(next::add);
                node.getOutgoing().forEach(flow -> next.add(flow.getTarget()));
            }
        }
    }

    private static String label(FlowNode step) {
        return (step.getName() == null ? step.getId() : step.getName()).replaceAll("\\s+", " ");
    }
}
