package org.deskwright.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.AccessGroupsContract;
import org.deskwright.identity.Subjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LdapAccessGroupsTest extends AccessGroupsContract {

    private LdapDesk desk;

    @BeforeEach
    void open(@TempDir Path data) {
        desk = new LdapDesk(data);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Override
    protected AccessGroups accessGroups() {
        return desk.accessGroups;
    }

    @Test
    void whatOneHasThroughAnotherGroupIsNoMembershipToTake() {
        desk.nest("crm-users", "wiki-editors");
        assertThat(desk.directory.byLogin("ben.okafor").orElseThrow().isIn("wiki-editors")).isTrue();
        assertThat(desk.accessGroups.isMember("ben.okafor", "wiki-editors")).isFalse();
    }

    @Test
    void aGrantShowsInThePersonsGroups() {
        desk.accessGroups.add(Subjects.verified("ben.okafor"), "wiki-editors", Subjects.attempt(UUID.randomUUID()));
        assertThat(desk.directory.byLogin("ben.okafor").orElseThrow().groups())
                .containsExactlyInAnyOrder("staff", "crm-users", "wiki-editors");
    }
}
