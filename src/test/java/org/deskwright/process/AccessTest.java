package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.deskwright.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The second start finds its rights in place. */
@DeskTest
class AccessTest {

    @Autowired
    private Access access;
    @Autowired
    private Filters filters;
    @Autowired
    private AuthorizationService authorizations;

    @Test
    void whatIsGrantedIsNotWrittenAgain() {
        Map<String, Integer> before = revisions();
        access.grant();
        filters.provide();
        assertThat(revisions()).isEqualTo(before);
    }

    @Test
    void whatIsMissingIsAddedAndWhatSomebodyAddedStays() {
        Authorization models = onModels("hr-team");
        models.setPermissions(new Permissions[] {Permissions.DELETE});
        authorizations.saveAuthorization(models);
        access.grant();
        assertThat(onModels("hr-team").isPermissionGranted(Permissions.READ)).isTrue();
        assertThat(onModels("hr-team").isPermissionGranted(Permissions.DELETE)).isTrue();
        authorizations.saveAuthorization(withoutDelete(onModels("hr-team")));
    }

    /** Other tests of this context rely on who may do what. */
    private static Authorization withoutDelete(Authorization authorization) {
        authorization.removePermission(Permissions.DELETE);
        return authorization;
    }

    private Authorization onModels(String group) {
        return authorizations.createAuthorizationQuery().groupIdIn(group).resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(Authorization.ANY).singleResult();
    }

    private Map<String, Integer> revisions() {
        List<Authorization> all = authorizations.createAuthorizationQuery().listPage(0, 1_000);
        assertThat(all).isNotEmpty();
        return all.stream().collect(Collectors.toMap(Authorization::getId, authorization -> ((AuthorizationEntity) authorization).getRevision()));
    }
}
