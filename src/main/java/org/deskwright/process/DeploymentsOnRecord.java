package org.deskwright.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Hash;

/** Whoever brings a diagram, a table or a form into force is on the record, and with the very bytes: also the desk itself at its start. */
class DeploymentsOnRecord implements Deployer {

    private final AuditLog audit;

    DeploymentsOnRecord(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) { // else the engine only reads again what it has
            String login = Context.getCommandContext().getAuthenticatedUserId();
            List<ResourceDefinition> definitions = definitions(deployment);
            audit.write(null, "DEPLOYED", login == null ? Actor.DESK : Actor.person(login), Map.of("deployment", deployment.getId(),
                    "files", deployment.getResources().values().stream().map(file -> file(file, definitions)).toList()));
        }
    }

    private static List<ResourceDefinition> definitions(DeploymentEntity deployment) {
        return Stream.of(deployment.getDeployedProcessDefinitions(), deployment.getDeployedDecisionDefinitions(),
                        deployment.getDeployedArtifacts(CamundaFormDefinitionEntity.class))
                .flatMap(kind -> Optional.<List<? extends ResourceDefinition>>ofNullable(kind).orElse(List.of()).stream())
                .<ResourceDefinition>map(definition -> definition).toList();
    }

    private static Map<String, ?> file(ResourceEntity file, List<ResourceDefinition> definitions) {
        return Map.of("name", file.getName(), "sha256", Hash.hexOf(file.getBytes()), "brings", definitions.stream()
                .filter(definition -> definition.getResourceName().equals(file.getName()))
                .map(definition -> Map.of("id", definition.getKey(), "version", definition.getVersion())).toList());
    }
}
