package org.deskwright.connector.passwordpage;

import java.time.Clock;
import org.deskwright.correspondence.MailTransport;
import org.deskwright.correspondence.Wordings;
import org.deskwright.identity.Directory;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.Passwords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PasswordPageProperties.class)
class PasswordPageConfiguration {

    private final Clock clock;
    private final PlatformTransactionManager transactions;

    PasswordPageConfiguration(ObjectProvider<Clock> clock, PlatformTransactionManager transactions) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.transactions = transactions;
    }

    @Bean
    PasswordLinks passwordLinks(JdbcClient database) {
        return new PasswordLinks(database, clock);
    }

    @Bean
    PasswordPageIdentityProvider passwordPageIdentityProvider(PasswordLinks links, Directory directory,
            HumanResources humanResources, MailTransport mail, Wordings wordings, PasswordPageProperties properties) {
        return new PasswordPageIdentityProvider(links, directory, humanResources, mail, wordings, properties, ownTransaction(),
                clock);
    }

    @Bean
    PasswordChoice passwordChoice(PasswordLinks links, Passwords passwords, ApplicationEventPublisher events) {
        return new PasswordChoice(links, passwords, events, ownTransaction(), clock);
    }

    private TransactionTemplate ownTransaction() {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }
}
