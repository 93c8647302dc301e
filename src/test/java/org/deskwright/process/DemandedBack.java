package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.Identification;
import org.deskwright.identity.Subjects;
import org.deskwright.resolution.ActionState;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One grant that is demanded back, and everything that can be done to what carries the demand. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
abstract class DemandedBack {

    static final Duration A_MOMENT = Duration.ofSeconds(20);
    static final Duration FOUR_MINUTES = Duration.ofMinutes(4);
    static final Duration A_WHILE = Duration.ofMinutes(11);

    @Autowired
    Desk desk;
    @Autowired
    ScriptedClassifier classifier;
    @Autowired
    LooseEnds looseEnds;
    @Autowired
    FollowUp followUp;
    @Autowired
    AccessGroups groups;
    @Autowired
    Identification identification;
    @Autowired
    RuntimeService runtime;
    @Autowired
    RepositoryService repository;
    @Autowired
    ManagementService management;
    @Autowired
    JdbcClient jdbc;
    @Value("${desk.base-url}")
    String base;
    String number;
    UUID grant;

    @BeforeEach
    void aGrant() {
        classifier.believe("access-request", 0.95);
        number = desk.file("farid.haddad", "Wiki", "wiki please");
        grant = desk.actions(number).get(0).id();
        desk.confirm(number, "farid.haddad", true);
        assertThat(groups.isMember("farid.haddad", "wiki-editors")).isTrue();
    }

    void suspending(Runnable step) {
        management.suspendJobDefinitionByProcessDefinitionKey("revoke-action", true);
        try {
            step.run();
        } finally {
            management.activateJobDefinitionByProcessDefinitionKey("revoke-action", true);
        }
    }

    /** Returns how it stands. */
    String demand() {
        return demand("judit.nagy");
    }

    String demand(String login) {
        var answer = Visitor.machine(base, login).post("/api/v1/actions/" + grant + "/revocation", "{\"reason\":\"Wrong person\"}");
        assertThat(answer.statusCode()).isIn(200, 201);
        return answer.body().replaceAll("(?s).*\"state\":\"([^\"]+)\".*", "$1");
    }

    void passes(Duration time) {
        jdbc.sql("update revocation set looked_at = ? where action_id = ?").params(Timestamp.from(Instant.now().minus(time)), grant).update();
        looseEnds.run();
    }

    void itsTimeIsOver() {
        jdbc.sql("update ledger set expires_at = ? where action_id = ?").params(Timestamp.from(Instant.now().minus(A_MOMENT)), grant).update();
        looseEnds.run();
    }

    /** As somebody does in the directory's own console. */
    void removeByHand() {
        groups.remove(identification.holderOf(number, "farid.haddad").orElseThrow(), "wiki-editors", Subjects.attempt(UUID.randomUUID()));
    }

    void assertTakenBack() {
        desk.runJobs();
        assertThat(desk.actions(number)).filteredOn(entry -> entry.id().equals(grant)).singleElement().extracting("state").isEqualTo(ActionState.REVOKED);
        assertThat(groups.isMember("farid.haddad", "wiki-editors")).isFalse();
    }

    void assertWithPeopleByTicket() {
        desk.runJobs();
        String incident = jdbc.sql("select number from ticket where subject = ? and queue = 'security' and priority = 1").param("Not taken back: " + number)
                .query(String.class).single();
        assertThat(desk.candidateGroups(desk.task(incident))).containsExactly("security");
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("Handed to people. It is still to be taken back"));
        assertThat(record("REVOCATION_HANDED_OVER")).isOne();
        assertThat(demand()).isEqualTo("with-people");
    }

    void delete(String process) {
        assertThat(Visitor.signedIn(base, "noor.ali").ask("DELETE", WEBAPP + "/process-instance/" + instance(process), null, Map.of()).statusCode()).isEqualTo(204);
    }

    String instance(String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, process).singleResult().getId();
    }

    int incidents() {
        return jdbc.sql("select count(*) from ticket where subject = ?").param("Not taken back: " + number).query(Integer.class).single();
    }

    int record(String kind) {
        return jdbc.sql("select count(*) from record.entry where ticket_number = ? and kind = ?").params(number, kind).query(Integer.class).single();
    }

    String basis() {
        return jdbc.sql("select basis from revocation where in_force = ?").param(grant).query(String.class).single();
    }
}
