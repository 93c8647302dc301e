package org.deskwright.audit;

import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecordSettings.class)
class RecordConfiguration {

    @Bean
    SigningKey recordKey(RecordSettings settings) {
        return RecordKey.in(settings.key(), settings.origin());
    }

    @Bean
    WritersMark writersMark(SigningKey recordKey) {
        return recordKey.writersMark();
    }

    @Bean
    AuditLog auditLog(JdbcClient jdbc, WritersMark mark, Clock clock) {
        return new AuditLog(jdbc, mark, clock);
    }

    @Bean
    Sealer sealer(JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditLog auditLog, WritersMark mark, Clock clock,
            @Value("${spring.datasource.url}") String url) {
        return new Sealer(jdbc, new TransactionTemplate(transactions), auditLog, mark, clock, !url.startsWith("jdbc:h2:"));
    }

    @Bean
    Notary notary(JdbcClient jdbc, SigningKey recordKey, RecordSettings settings, Clock clock) {
        return new Notary(jdbc, recordKey, List.of(new CheckpointFile(settings.checkpoints())), clock);
    }
}
