package org.deskwright.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that a killed desk had taken would wait until its lock expires, two minutes later. An H2 file belongs to one process
 * at a time: whoever has opened it knows that every other owner is dead, and lets their jobs go on at once. On PostgreSQL
 * other nodes may be alive, so there the expiry decides.
 */
@Component
class LostLocks {

    private final JdbcClient jdbc;
    private final ProcessEngineConfigurationImpl engine;
    private final boolean alone;

    LostLocks(JdbcClient jdbc, ProcessEngineConfigurationImpl engine, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.alone = url.startsWith("jdbc:h2:");
    }

    /** @return how many jobs go on */
    int release() {
        return alone ? jdbc.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ is not null and LOCK_OWNER_ <> ?")
                .param(engine.getJobExecutor().getLockOwner()).update() : 0;
    }
}
