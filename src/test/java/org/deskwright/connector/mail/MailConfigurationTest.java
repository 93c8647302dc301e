package org.deskwright.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.deskwright.correspondence.MailTransport;
import org.deskwright.intake.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailConfigurationTest {

    @Test
    void settingsAreBound() {
        new ApplicationContextRunner().withUserConfiguration(MailConfiguration.class)
                .withPropertyValues("desk.mail.address=desk@corp.example", "desk.mail.imap.host=imap.corp.example",
                        "desk.mail.imap.port=993", "desk.mail.imap.ssl=true", "desk.mail.smtp.user=desk")
                .run(context -> {
                    assertThat(context).hasSingleBean(Mailbox.class).hasSingleBean(MailTransport.class);
                    MailSettings settings = context.getBean(MailSettings.class);
                    assertThat(settings.imap()).isEqualTo(new MailSettings.Imap("imap.corp.example", 993, "", "", true));
                    assertThat(settings.smtp().user()).isEqualTo("desk");
                    assertThat(settings.smtp().port()).isEqualTo(3025);
                });
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,false", "localhost,false", "::1,false", "mail.corp.example,true", "10.0.0.1,true"})
    void nothingInTheClearLeavesThisMachine(String host, boolean tls) {
        assertThat(MailSettings.needsTls(host)).isEqualTo(tls);
    }
}
