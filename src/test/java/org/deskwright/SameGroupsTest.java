package org.deskwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.Subjects;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a test does to the directory, the next one finds it as the first did. */
@DeskTest
class SameGroupsTest {

    @Autowired
    private AccessGroups groups;

    @RepeatedTest(2)
    void whatIsGrantedAndTakenHereIsAsBeforeForTheNext() {
        assertThat(groups.isMember("ben.okafor", "domain-admins")).isFalse();
        assertThat(groups.isMember("ben.okafor", "crm-users")).isTrue();
        groups.add(Subjects.verified("ben.okafor"), "domain-admins", Subjects.attempt(UUID.randomUUID()));
        groups.remove(Subjects.verified("ben.okafor"), "crm-users", Subjects.attempt(UUID.randomUUID()));
    }
}
