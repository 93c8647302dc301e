package org.deskwright.resolution;

import java.time.Clock;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.deskwright.audit.Scribe;
import org.deskwright.governance.Admission;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger's own connections: with one pool for all, job threads that hold an engine connection and wait for a second
 * one starve each other.
 */
@Configuration(proxyBeanMethods = false)
class ResolutionConfiguration {

    @Bean(defaultCandidate = false, destroyMethod = "close")
    @DependsOnDatabaseInitialization // whoever opens a new H2 file first owns it: that is not the desk's user
    HikariDataSource ledgerDataSource(DataSourceProperties properties, @Value("${desk.ledger-connections:12}") int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(properties.determineUrl());
        config.setUsername(properties.determineUsername());
        config.setPassword(properties.determinePassword());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(config.getJdbcUrl().startsWith("jdbc:postgresql") ? "set lock_timeout = '3s'" : "set lock_timeout 3000");
        return new HikariDataSource(config);
    }

    /** On the ledger's connections: what it reads belongs to the transaction that settles. */
    @Bean
    Holdings holdings(@Qualifier("ledgerDataSource") DataSource ledgerDataSource) {
        return new Holdings(JdbcClient.create(ledgerDataSource));
    }

    @Bean
    Ledger ledger(@Qualifier("ledgerDataSource") DataSource ledgerDataSource, Holdings holdings,
                  Admission admission, Scribe scribe, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(ledgerDataSource);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(ledgerDataSource));
        return new Ledger(jdbc, transaction, admission, holdings, scribe.on(new JdbcTemplate(ledgerDataSource)), clock);
    }

    @Bean
    Attempts attempts(@Qualifier("ledgerDataSource") DataSource ledgerDataSource, Ledger ledger, Admission admission, Scribe scribe, Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(ledgerDataSource));
        return new Attempts(ledger, JdbcClient.create(ledgerDataSource), transaction, admission, scribe.on(new JdbcTemplate(ledgerDataSource)), clock);
    }
}
