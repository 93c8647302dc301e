package org.deskwright.audit;

import java.util.List;

import jakarta.annotation.PostConstruct;
import org.springframework.beans.factory.annotation.Value;
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
        List<String> changeable = Changeable.byItself(jdbc, h2);
        if (!changeable.isEmpty()) {
            throw new IllegalStateException(("The desk runs as a database user who may change the record (%s). Give the tables to another user: "
                    + "set DESK_DB_OWNER and DESK_DB_OWNER_PASSWORD to their owner, and DESK_DB_USER to one who owns nothing and may only read and add.")
                    .formatted(String.join(", ", changeable)));
        }
    }
}
