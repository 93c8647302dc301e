package org.deskwright.inference;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.deskwright.audit.AuditLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InferenceSettings.class)
class InferenceConfiguration {

    @Bean
    ModelNames modelNames(InferenceSettings settings) {
        return new ModelNames(settings.models().keySet());
    }

    @Bean
    LanguageModels languageModels(InferenceSettings settings, ObjectProvider<ModelProvider> providers, JdbcClient jdbc, TransactionTemplate transaction,
                                  AuditLog audit, ObjectProvider<MeterRegistry> metrics, Clock clock) {
        return new LanguageModels(new Models(settings.models(), providers, System::getenv, Pauses.REAL), new Prompts(settings.application()),
                new Masking(settings.masking()), new Budget(jdbc, clock, settings.monthlyBudget()),
                new CallLog(jdbc, transaction, audit, metrics.getIfUnique(SimpleMeterRegistry::new), clock), Pauses.REAL);
    }
}
