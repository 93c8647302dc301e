package org.deskwright.process;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import jakarta.annotation.PostConstruct;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which desks are alive. Jobs that a killed one had taken would wait until their lock expires, two minutes later; here they
 * go on as soon as it has not been heard of for {@link #SILENCE}. Taking jobs from one that was only slow does no harm: the
 * ledger lets nobody act twice. An H2 file belongs to one process at a time, so there every other owner is dead at once.
 */
@Component
class Nodes {

    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final ProcessEngineConfigurationImpl engine;
    private final boolean alone;

    Nodes(JdbcClient jdbc, ProcessEngineConfigurationImpl engine, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.alone = url.startsWith("jdbc:h2:");
    }

    /** Before the first job is taken, so that nobody holds this desk for a dead one. */
    @PostConstruct
    void appear() {
        if (alone) {
            jdbc.sql("delete from node").update();
        }
        jdbc.sql("insert into node (lock_owner, seen_at) values (?, ?)").params(me(), Timestamp.from(now())).update();
    }

    @Scheduled(fixedDelayString = "${desk.heartbeat-every:5s}")
    void heartbeat() {
        if (jdbc.sql("update node set seen_at = ? where lock_owner = ?").params(Timestamp.from(now()), me()).update() == 0) {
            appear(); // held for dead in the meantime
        }
        releaseLost();
    }

    /** @return how many jobs go on */
    int releaseLost() {
        jdbc.sql("delete from node where seen_at < ? and lock_owner <> ?").params(Timestamp.from(now().minus(SILENCE)), me()).update();
        return jdbc.sql("""
                update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null
                where LOCK_OWNER_ is not null and LOCK_OWNER_ not in (select lock_owner from node)""").update();
    }

    private String me() {
        return engine.getJobExecutor().getLockOwner();
    }

    /** The database's clock: those of the nodes may differ. */
    private Instant now() {
        return jdbc.sql("select current_timestamp").query(Timestamp.class).single().toInstant();
    }
}
