package org.deskwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A user who may not say so has their commits written at once all the same. */
class WrittenAtOnceTest {

    @TempDir
    private Path folder;

    @Test
    void theOwnersWordCountsAsLongAsTheDeskRuns() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("desk").toAbsolutePath();
        Flyway flyway = Flyway.configure().dataSource(url + ";WRITE_DELAY=0", "owner", "").load();
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection()) {
            owner.createStatement().execute("create user app password ''");
        }
        assertThat(delays(url)).as("once the owner has gone").contains("500");
        try (WrittenAtOnce desk = new WrittenAtOnce(flyway)) {
            assertThat(delays(url)).containsOnly("0");
        }
    }

    private static List<String> delays(String url) throws SQLException {
        try (Connection app = DriverManager.getConnection(url, "app", "")) {
            return JdbcClient.create(new SingleConnectionDataSource(app, true))
                    .sql("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'").query(String.class).list();
        }
    }
}
