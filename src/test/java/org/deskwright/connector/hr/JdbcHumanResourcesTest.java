package org.deskwright.connector.hr;

import org.deskwright.identity.HumanResources;
import org.deskwright.identity.HumanResourcesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

class JdbcHumanResourcesTest extends HumanResourcesContract {

    private EmbeddedDatabase database;

    @BeforeEach
    void open() {
        database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).generateUniqueName(true)
                .setScriptEncoding("UTF-8").addScript("db/demo/V100__hr.sql").build();
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    @Override
    protected HumanResources humanResources() {
        return new JdbcHumanResources(JdbcClient.create(database));
    }
}
