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

    private static final String H2 = "jdbc:h2:";

    @Option(names = "--jdbc", paramLabel = "URL", required = true, description = "Database with the record, for instance jdbc:postgresql://host/desk")
    private String url;
    @Option(names = "--user", paramLabel = "USER", description = "Database user; one who may only read is enough")
    private String user;
    @Option(names = "--password", paramLabel = "PASSWORD", interactive = true, arity = "0..1",
            description = "Its password; asked for if no value stands behind it. DESK_AUDIT_PASSWORD counts, too.")
    private String password;

    <T> T read(Look<T> look) throws IOException, SQLException {
        return read(url, user, password, look);
    }

    /** What is read is the record at one moment, however much is written meanwhile. */
    static <T> T read(String url, String user, String password, Look<T> look) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(existing(url), user, secret(password))) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return look.at(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        }
    }

    /** For who writes. */
    JdbcClient client() {
        return JdbcClient.create(new DriverManagerDataSource(existing(url), user, secret(password)));
    }

    /** H2 would make the file that it does not find, and needs to be told to keep its times as the desk does. */
    private static String existing(String url) {
        return url.startsWith(H2) ? with("TIME ZONE", "UTC", with("IFEXISTS", "TRUE", url)) : url;
    }

    private static String with(String option, String value, String url) {
        return url.contains(option) ? url : url + ";" + option + "=" + value;
    }

    private static String secret(String password) {
        return password != null ? password : System.getenv("DESK_AUDIT_PASSWORD");
    }

    interface Look<T> {

        T at(JdbcClient jdbc) throws IOException;
    }
}
