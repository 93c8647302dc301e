package org.deskwright.audit;

import jakarta.annotation.PostConstruct;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The desk does not start as a user who could change its own record. */
@Component
class RecordRights {

    private final JdbcClient jdbc;
    private final boolean h2;

    RecordRights(JdbcClient jdbc, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.h2 = url.startsWith("jdbc:h2:");
    }

    /** @throws IllegalStateException if the database lets this user change the record */
    @PostConstruct
    void check() {
        if (h2 ? mayDelete() : jdbc.sql("select has_table_privilege('record.entry', 'update, delete, truncate')").query(Boolean.class).single()) {
            throw new IllegalStateException("The desk runs as a database user who may change the record. Give the tables to another user: "
                    + "set DESK_DB_OWNER and DESK_DB_OWNER_PASSWORD to their owner, and DESK_DB_USER to one who owns nothing.");
        }
    }

    /** H2 has no function to ask; it refuses by right before it looks for rows, and there are none here. */
    private boolean mayDelete() {
        try {
            jdbc.sql("delete from record.checkpoint where id < 0").update();
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }
}
