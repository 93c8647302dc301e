package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Request;
import org.deskwright.ticket.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a killed desk had taken goes on; what a living one has taken is left to it. */
@DeskTest
@Tag("path")
class NodesTest {

    @Autowired
    private Nodes nodes;
    @Autowired
    private Intake intake;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void somebodyElseHasTakenAJob() {
        classifier.believe("software", 0.9);
        intake.receive(new Request("Excel", "slow", Channel.PORTAL, "test:" + UUID.randomUUID(), "ada.lindqvist", null, true, List.of()));
        jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = 'another desk', LOCK_EXP_TIME_ = timestamp '2100-01-01 00:00:00'").update();
    }

    @AfterEach
    void nobodyElse() {
        jdbc.sql("delete from node where lock_owner = 'another desk'").update();
        jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null").update();
    }

    @Test
    void whatNobodyAnswersForGoesOn() {
        assertThat(nodes.releaseLost()).isPositive();
        assertThat(taken()).isZero();
    }

    @Test
    void whoWasHeardOfIsAlive() {
        jdbc.sql("insert into node (lock_owner, seen_at) select 'another desk', current_timestamp").update();
        nodes.heartbeat();
        assertThat(taken()).isPositive();
    }

    @Test
    void whoWasNotHeardOfForLongIsDead() {
        jdbc.sql("insert into node (lock_owner, seen_at) select 'another desk', current_timestamp - interval '21' second").update();
        nodes.heartbeat();
        assertThat(taken()).isZero();
    }

    private long taken() {
        return jdbc.sql("select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null").query(Long.class).single();
    }
}
