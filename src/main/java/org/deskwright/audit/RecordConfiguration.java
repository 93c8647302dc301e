package org.deskwright.audit;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The record's own connections seal, search and keep keys; entries are written on those of whoever writes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordSettings.class)
class RecordConfiguration {

    private static final int CONNECTIONS = 3;

    @Bean(defaultCandidate = false, destroyMethod = "close")
    @DependsOnDatabaseInitialization // whoever opens a new H2 file first owns it: that is not the desk's user
    HikariDataSource recordDataSource(DataSourceProperties properties) {
        return pool("record", CONNECTIONS, properties);
    }

    /** One that nobody else takes: searches and stories may all ask at once for the others, and sealing has to go on. */
    @Bean(defaultCandidate = false, destroyMethod = "close")
    @DependsOnDatabaseInitialization
    HikariDataSource sealingDataSource(DataSourceProperties properties) {
        return pool("sealing", 1, properties);
    }

    private static HikariDataSource pool(String name, int connections, DataSourceProperties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(properties.determineUrl());
        config.setUsername(properties.determineUsername());
        config.setPassword(properties.determinePassword());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Bean
    SigningKey recordKey(RecordSettings settings) {
        return RecordKey.in(settings.key(), settings.origin());
    }

    @Bean
    MasterKeys masterKeys(RecordSettings settings, SigningKey recordKey, Clock clock) {
        return new MasterKeys(settings.key().resolveSibling("persons.keys"), recordKey.personsKey(), clock);
    }

    @Bean
    PersonKeys personKeys(@Qualifier("recordDataSource") DataSource recordDataSource, MasterKeys masterKeys, Clock clock) {
        return new PersonKeys(JdbcClient.create(recordDataSource), masterKeys, clock);
    }

    @Bean
    Destruction destruction(@Qualifier("recordDataSource") DataSource recordDataSource, PersonKeys personKeys, MasterKeys masterKeys, Clock clock,
            DataSourceProperties properties) {
        return new Destruction(personKeys, masterKeys, JdbcClient.create(recordDataSource), transactions(recordDataSource),
                clock, isShared(properties));
    }

    @Bean
    Scribe scribe(PersonKeys personKeys, Subjects subjects, SigningKey recordKey, StepUnderWay step, Clock clock) {
        return new Scribe(new Pseudonyms(personKeys, subjects), recordKey.writersMark(), step, clock);
    }

    @Bean
    AuditLog auditLog(JdbcTemplate jdbc, Scribe scribe) {
        return scribe.on(jdbc);
    }

    @Bean
    Sealer sealer(@Qualifier("sealingDataSource") DataSource sealingDataSource, Scribe scribe, SigningKey recordKey, Notary notary,
            Clock clock, DataSourceProperties properties) {
        return new Sealer(new JdbcTemplate(sealingDataSource), transactions(sealingDataSource),
                scribe.on(new JdbcTemplate(sealingDataSource)), recordKey.writersMark(), notary, clock,
                isShared(properties));
    }

    private static TransactionTemplate transactions(DataSource record) {
        return new TransactionTemplate(new JdbcTransactionManager(record));
    }

    private static boolean isShared(DataSourceProperties properties) {
        return !properties.determineUrl().startsWith("jdbc:h2:");
    }

    @Bean
    RecordIndex recordIndex(@Qualifier("recordDataSource") DataSource recordDataSource) {
        return new RecordIndex(new JdbcTemplate(recordDataSource), transactions(recordDataSource));
    }

    @Bean
    Notary notary(@Qualifier("sealingDataSource") DataSource sealingDataSource, SigningKey recordKey, RecordSettings settings) {
        return new Notary(JdbcClient.create(sealingDataSource), recordKey, List.of(new CheckpointFile(settings.checkpoints())));
    }
}
