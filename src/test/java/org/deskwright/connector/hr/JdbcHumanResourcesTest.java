package org.deskwright.connector.hr;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.HumanResourcesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The demo's tables on both databases. */
class JdbcHumanResourcesTest {

    private static HumanResources on(DataSource database) {
        ResourceDatabasePopulator script = new ResourceDatabasePopulator(new ClassPathResource("db/demo/V100__hr.sql"),
                new ClassPathResource("db/demo/V102__contact_changed.sql"));
        script.setSqlScriptEncoding("UTF-8");
        script.execute(database);
        return new JdbcHumanResources(JdbcClient.create(database));
    }

    @Nested
    class OnH2 extends HumanResourcesContract {
        private final HumanResources humanResources =
                on(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=10", "sa", ""));

        @Override
        protected HumanResources humanResources() {
            return humanResources;
        }
    }

    @Nested
    class OnPostgres extends HumanResourcesContract {
        private static EmbeddedPostgres server;
        private static HumanResources humanResources;

        @BeforeAll
        static void start(@TempDir Path folder) throws IOException {
            server = EmbeddedPostgres.builder().setOverrideWorkingDirectory(folder.toFile())
                    .setDataDirectory(folder.resolve("data")).start();
            humanResources = on(server.getPostgresDatabase());
        }

        @AfterAll
        static void stop() throws IOException {
            server.close();
        }

        @Override
        protected HumanResources humanResources() {
            return humanResources;
        }
    }
}
