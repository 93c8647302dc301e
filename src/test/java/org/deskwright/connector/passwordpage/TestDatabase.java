package org.deskwright.connector.passwordpage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** An empty database of its own with this connector's table in it. */
record TestDatabase(DataSource dataSource, AutoCloseable server) implements AutoCloseable {

    static TestDatabase h2() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        DataSource h2 = new DriverManagerDataSource(url, "sa", "");
        return with(h2, () -> new JdbcTemplate(h2).execute("SHUTDOWN"));
    }

    static TestDatabase postgres(Path folder) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.toFile())
                    .setDataDirectory(folder.resolve("data"))
                    .start();
            return with(server.getPostgresDatabase(), server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestDatabase with(DataSource dataSource, AutoCloseable server) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V2__password_link.sql")).execute(dataSource);
        return new TestDatabase(dataSource, server);
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
