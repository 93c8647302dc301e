package org.deskwright.process;

import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.deskwright.ticket.Taxonomy;
import org.springframework.stereotype.Component;

/**
 * Who sees what in Tasklist and Cockpit. Staff see their tasks, which the engine grants by candidate group; process
 * analysts see and deploy models, risk owners forms and the tables that say how much the desk does alone; desk-admins administer.
 * Nobody but desk-admins may save filters.
 */
@Component
class Access {

    private static final Set<String> COCKPIT_READERS = Set.of("process-analysts", "service-desk-leads");
    /** Who of them deploys which files, {@link PolicyByRiskOwners} says. */
    private static final Set<String> DEPLOYERS = Set.of("process-analysts", PolicyByRiskOwners.RISK_OWNERS);

    private final AuthorizationService authorizations;
    private final Taxonomy taxonomy;

    Access(AuthorizationService authorizations, Taxonomy taxonomy) {
        this.authorizations = authorizations;
        this.taxonomy = taxonomy;
    }

    void grant() {
        taxonomy.staffGroups().forEach(group -> {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(group, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        });
        COCKPIT_READERS.forEach(group -> {
            grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            grant(group, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY);
            grant(group, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ, Permissions.READ_HISTORY);
            grant(group, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
        });
        DEPLOYERS.forEach(group -> grant(group, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ, Permissions.CREATE));
        grant(PolicyByRiskOwners.RISK_OWNERS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
    }

    /** Nothing is written for a right that is there already, and rights that an administrator added stay. */
    void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization authorization = authorizations.createAuthorizationQuery().groupIdIn(group)
                .resourceType(resource).resourceId(id).singleResult();
        if (authorization != null && Stream.of(permissions).allMatch(authorization::isPermissionGranted)) {
            return;
        }
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        Stream.of(permissions).forEach(authorization::addPermission);
        authorizations.saveAuthorization(authorization);
    }
}
