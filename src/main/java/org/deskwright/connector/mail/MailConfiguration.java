package org.deskwright.connector.mail;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    ImapMailbox imapMailbox(MailSettings settings) {
        return new ImapMailbox(settings.imap());
    }

    @Bean
    SmtpMailTransport smtpMailTransport(MailSettings settings) {
        return new SmtpMailTransport(settings);
    }
}
