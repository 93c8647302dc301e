package org.deskwright.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import picocli.CommandLine.Option;

/** A database, and who reads it. */
final class RecordDatabase {

    @Option(names = "--jdbc", paramLabel = "URL", required = true, description = "Database with the record, for instance jdbc:postgresql://host/desk")
    private String url;
    @Option(names = "--user", paramLabel = "USER", description = "Database user; one who may only read is enough")
    private String user;
    @Option(names = "--password", paramLabel = "PASSWORD", interactive = true, arity = "0..1",
            description = "Its password; asked for if no value stands behind it. DESK_AUDIT_PASSWORD counts, too.")
    private String password;

    /** What is read is the record at one moment, however much is written meanwhile. */
    <T> T read(Reading<T> reading) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password())) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return reading.from(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        }
    }

    /** For who writes. */
    JdbcClient client() {
        return JdbcClient.create(new DriverManagerDataSource(url, user, password()));
    }

    private String password() {
        return password != null ? password : System.getenv("DESK_AUDIT_PASSWORD");
    }

    interface Reading<T> {

        T from(JdbcClient jdbc) throws IOException;
    }
}
