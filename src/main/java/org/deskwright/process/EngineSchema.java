package org.deskwright.process;

import javax.sql.DataSource;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's tables as the owner of all tables, because the user the desk runs as may make none: otherwise it could
 * also undo what keeps the record.
 */
@Component
class EngineSchema implements Callback {

    private static final String ANY_ENGINE_TABLE = "ACT_GE_PROPERTY";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return false;
    }

    @Override
    public void handle(Event event, Context context) {
        DataSource owner = context.getConfiguration().getDataSource();
        if (!exists(owner)) {
            ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration().setProcessEngineName("schema").setDataSource(owner)
                    .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE).setHistory(ProcessEngineConfiguration.HISTORY_AUDIT)
                    .setJobExecutorActivate(false).buildProcessEngine().close();
        }
    }

    private static boolean exists(DataSource owner) {
        return new JdbcTemplate(owner).queryForObject(
                "select count(*) from information_schema.tables where upper(table_name) = ?", Integer.class, ANY_ENGINE_TABLE) > 0;
    }

    @Override
    public String getCallbackName() {
        return "engine schema";
    }
}
