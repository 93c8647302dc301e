package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.reset;

import java.util.Optional;
import java.util.UUID;

import org.camunda.bpm.engine.RepositoryService;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.Directory;
import org.deskwright.identity.PasswordChosen;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.TakeBack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** What the path tests share: one desk, and the count of nodes that they pass together. */
@DeskTest
@Tag("path")
abstract class TicketPaths {

    @RegisterExtension
    static final EveryNodeIsPassed COVERAGE = new EveryNodeIsPassed(ResolveTicketTest.class, ResetPasswordTest.class, GrantAccessTest.class, CompleteRequestTest.class,
            RevokeActionTest.class, ExpireAccessTest.class, DisownedRecoveryTest.class, EditThenApproveTest.class, AdoptModelTest.class);

    @Autowired
    Desk desk;
    @Autowired
    ScriptedClassifier classifier;
    @MockitoSpyBean
    AccessGroups groups;
    @MockitoSpyBean
    Directory directory;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    RepositoryService repository;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TakeBack takeBack;
    @Autowired
    FollowUp followUp;

    @AfterEach
    void nothingFailed() {
        assertThat(desk.incidents()).isZero();
        reset(groups, directory);
    }

    void choosePassword(String number, String login) {
        events.publishEvent(new PasswordChosen(desk.actions(number).get(0).id(), login));
        desk.runJobs();
    }

    /** The directory knows them no more. */
    void leaves(String login) {
        doReturn(Optional.empty()).when(directory).byLogin(login);
    }

    void expireCode(String number) {
        jdbc.sql("update one_time_code set expires_at = issued_at where ticket_number = ?").param(number).update();
    }

    /** Somebody of the identity team has it taken back; the jobs that follow wait. */
    void demand(UUID action) {
        takeBack.demand(action.toString(), "judit.nagy", "Granted to the wrong person");
    }

    ActionState state(String number, UUID action) {
        return desk.actions(number).stream().filter(entry -> entry.id().equals(action)).findFirst().orElseThrow().state();
    }

    void deploy(String table) {
        repository.createDeployment().addString("decisions/thresholds.dmn", table).deploy();
    }
}
