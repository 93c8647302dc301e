package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was under way when a desk was updated that reserved one person for one action, whatever the group. */
@BareDeskTest
class ReservedByGroupTest {

    private final Actions actions;
    private final Reconciler reconciler;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReservedByGroupTest(Actions actions, Reconciler reconciler, Paperwork paperwork, OutsideWorld world, TestClock clock, JdbcClient jdbc,
                        TransactionTemplate transaction) {
        this.actions = actions;
        this.reconciler = reconciler;
        this.paperwork = paperwork;
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void theConnectionBreaks() {
        world.reset();
        world.before(() -> {
            throw new IllegalStateException("The connection broke");
        });
    }

    @AfterEach
    void nothingIsOutstanding() {
        world.reset();
        clock.pass(Reconciler.LONGEST_CALL.multipliedBy(2));
        reconciler.settle();
    }

    @Test
    void whatIsUnderWayKeepsItsRivalsAway() {
        Plan grant = paperwork.grant("ben.okafor");
        Plan link = paperwork.reset("ada.lindqvist");
        begin(grant);
        begin(link);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update ledger set outstanding = null where action_id not in (?, ?)").params(grant.id(), link.id()).update();
            jdbc.sql("update ledger set outstanding = type || ' ' || target where outstanding is not null").update();
            jdbc.sql(migration()).update();
            assertThat(outstanding(grant)).isEqualTo("add-to-group ben.okafor wiki-editors").isEqualTo(grant.rival());
            assertThat(outstanding(link)).isEqualTo("send-reset-link ada.lindqvist").isEqualTo(link.rival());
            status.setRollbackOnly();
        });
        assertThat(outstanding(grant)).isEqualTo(grant.rival());
    }

    private void begin(Plan plan) {
        paperwork.approve(plan, "judit.nagy");
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
    }

    private String outstanding(Plan plan) {
        return jdbc.sql("select outstanding from ledger where action_id = ?").param(plan.id()).query(String.class).single();
    }

    private static String migration() {
        try {
            return new ClassPathResource("db/migration/V62__one_at_a_time_by_group.sql").getContentAsString(StandardCharsets.UTF_8).replace(";", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
