package org.deskwright.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Refuses models of a tenant, by whatever door they come. A second process of the same key would stand beside the desk's own:
 * intake and revocation could not tell which one to start, and the proof not which one is called.
 */
class NoTenants implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.getTenantId() != null) {
            throw new BadUserRequestException("This desk has no tenants: deploy without a tenant id (%s)".formatted(deployment.getTenantId()));
        }
    }
}
