package org.deskwright.database;

import javax.sql.DataSource;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** All connections to the desk's H2 database, its owner's too, heed one another's commits; those to PostgreSQL stay as they are. */
@Component
class OnH2 implements BeanPostProcessor, FlywayConfigurationCustomizer {

    private final QuietCommits commits = new QuietCommits();
    private final boolean h2;

    OnH2(Environment environment) {
        this.h2 = environment.getRequiredProperty("spring.datasource.url").startsWith("jdbc:h2:");
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return h2 && bean instanceof DataSource connections ? commits.on(connections) : bean;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        if (h2) {
            configuration.dataSource(commits.on(configuration.getDataSource()));
        }
    }
}
