package org.deskwright;

import java.sql.Connection;
import java.sql.SQLException;

import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * Holds a connection of the H2 tables' owner, whose URL says that commits are written at once, as long as the desk runs. H2
 * forgets it when its last connection closes, and the desk's own user may not say it: then a kill would take back what the
 * desk has answered, and entries of the record whose signature is kept elsewhere.
 */
@Component
final class WrittenAtOnce implements AutoCloseable {

    private final Connection owner;

    WrittenAtOnce(Flyway flyway) throws SQLException {
        owner = flyway.getConfiguration().getDataSource().getConnection();
        if (!owner.getMetaData().getDatabaseProductName().equals("H2")) {
            owner.close();
        }
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
