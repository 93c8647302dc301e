package org.deskwright.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.retry.annotation.EnableRetry;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever began a transaction tries it again, and nobody who has joined it. */
@SpringJUnitConfig(OneAfterTheOtherTest.Two.class)
class OneAfterTheOtherTest {

    @Autowired
    private Joins joins;
    @Autowired
    private Begins begins;
    @Autowired
    private Tally tally;
    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void nobodyHasTried() {
        tally.joined = 0;
        tally.begun = 0;
    }

    @Test
    void whoeverComesTooLateTriesAgain() {
        tally.failures = 4;
        joins.change();
        assertThat(tally.joined).isEqualTo(5);
        tally.failures = 99;
        assertThatThrownBy(joins::change).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void allOfItIsTriedAgainByWhoeverBeganIt() {
        tally.failures = 1;
        begins.change();
        assertThat(tally.begun).isEqualTo(2);
        assertThat(tally.joined).isEqualTo(2);
    }

    @Test
    void whatCannotBeTriedAgainFailsAsWhatItIs() {
        tally.failures = 1;
        TransactionTemplate somebodyElses = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> somebodyElses.executeWithoutResult(status -> joins.change())).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(tally.joined).isOne();
    }

    @Test
    void whatIsWrongEachTimeIsTriedOnce() {
        assertThatThrownBy(begins::fail).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(begins::collide).isInstanceOf(DuplicateKeyException.class);
        assertThat(tally.begun).isEqualTo(1 + 5);
    }

    static class Tally {

        private int failures;
        private int joined;
        private int begun;
    }

    @OneAfterTheOther
    @Transactional
    static class Joins {

        private final Tally tally;

        Joins(Tally tally) {
            this.tally = tally;
        }

        public void change() {
            tally.joined++;
            if (tally.joined <= tally.failures) {
                throw new OptimisticLockingFailureException("too late");
            }
        }
    }

    @OneAfterTheOther
    @Transactional
    static class Begins {

        private final Joins joins;
        private final Tally tally;

        Begins(Joins joins, Tally tally) {
            this.joins = joins;
            this.tally = tally;
        }

        public void change() {
            tally.begun++;
            joins.change();
        }

        public void fail() {
            tally.begun++;
            throw new IllegalStateException("wrong");
        }

        public void collide() {
            tally.begun++;
            throw new DuplicateKeyException("there already");
        }
    }

    @EnableRetry(order = 0)
    @EnableTransactionManagement
    @Import({Tally.class, Joins.class, Begins.class})
    static class Two {

        @Bean
        DataSource database() {
            return new DriverManagerDataSource("jdbc:h2:mem:");
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }
    }
}
