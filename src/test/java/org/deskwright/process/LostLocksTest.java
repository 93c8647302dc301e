package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.deskwright.DeskTest;
import org.deskwright.DeskTestEnvironment;
import org.deskwright.ScriptedClassifier;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Request;
import org.deskwright.ticket.Channel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a killed desk had taken goes on at once where nobody else can be alive. */
@DeskTest
@Tag("path")
class LostLocksTest {

    @Autowired
    private LostLocks locks;
    @Autowired
    private Intake intake;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void onlyAnH2FileTellsThatTheOthersAreDead() {
        classifier.believe("software", 0.9);
        intake.receive(new Request("Excel", "slow", Channel.PORTAL, "test:" + UUID.randomUUID(), "ada.lindqvist", null, true, List.of()));
        jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = 'a dead desk', LOCK_EXP_TIME_ = timestamp '2100-01-01 00:00:00'").update();

        int released = locks.release();

        long waiting = jdbc.sql("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null").query(Long.class).single();
        assertThat(DeskTestEnvironment.isPostgres() ? waiting : released).isPositive();
        assertThat(DeskTestEnvironment.isPostgres() ? released : waiting).isZero();
        jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null").update();
    }
}
