package org.deskwright.process.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Refuses a deployment with which some process could act without clearance: one of its own, or one that is deployed already
 * and calls one of these. It looks once, when models are deployed, and not when the engine reads them again.
 */
public final class ProvenOnly implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        List<ResourceEntity> models = deployment.getResources().values().stream().filter(resource -> isDiagram(resource.getName())).toList();
        if (!deployment.isNew() || models.isEmpty()) {
            return;
        }
        List<Drawing> given = models.stream().flatMap(model -> read(model).stream()).toList();
        Set<Drawing> isNew = new HashSet<>(given);
        List<Finding> findings = new DiagramProof(Stream.concat(given.stream(), deployed(given).stream()).toList()).findings(isNew::contains);
        if (!findings.isEmpty()) {
            String text = findings.stream().map(Finding::text).collect(Collectors.joining(System.lineSeparator()));
            throw new ParseException(text, findings.get(0).file(), findings.stream().<Problem>map(Refusal::new).toList(), List.of());
        }
    }

    private static boolean isDiagram(String name) {
        return Stream.of(BpmnDeployer.BPMN_RESOURCE_SUFFIXES).anyMatch(name::endsWith);
    }

    private static List<Drawing> read(ResourceEntity model) {
        try {
            return Drawings.read(model.getName(), model.getBytes());
        } catch (Unreadable unreadable) {
            Finding finding = unreadable.finding(model.getName());
            throw new ParseException(finding.text(), model.getName(), List.of(new Refusal(finding)), List.of());
        }
    }

    /** The latest version of every other process. */
    private static List<Drawing> deployed(List<Drawing> given) {
        Set<String> replaced = given.stream().map(Drawing::id).collect(Collectors.toSet());
        CommandContext command = Context.getCommandContext();
        ProcessDefinitionQueryImpl query = new ProcessDefinitionQueryImpl();
        query.latestVersion();
        List<ProcessDefinition> latest = command.getProcessDefinitionManager().findProcessDefinitionsByQueryCriteria(query, null);
        List<Drawing> drawings = new ArrayList<>();
        for (ProcessDefinition definition : latest) {
            if (!replaced.contains(definition.getKey())) {
                ResourceEntity model = command.getResourceManager().findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
                read(model).stream().filter(drawing -> drawing.id().equals(definition.getKey())).forEach(drawings::add);
            }
        }
        return drawings;
    }

    /** A finding as the engine hands it to the Modeler. */
    private record Refusal(Finding finding) implements Problem {

        @Override
        public String getMessage() {
            return finding.text();
        }

        @Override
        public int getLine() {
            return 0;
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public String getMainElementId() {
            return finding.element();
        }

        @Override
        public List<String> getElementIds() {
            return finding.elements();
        }
    }
}
