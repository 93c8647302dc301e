package org.deskwright.portal;

import java.lang.management.ManagementFactory;

import org.deskwright.correspondence.DeskAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Says at the end of the start where to go, and with which logins. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final DeskAddress desk;
    private final Environment environment;

    Welcome(DeskAddress desk, Environment environment) {
        this.desk = desk;
        this.environment = environment;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        double seconds = (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1_000.0;
        LOG.info("{}", """

                Deskwright is ready (%1$.1f s)

                  Portal     %2$s/
                  Tasklist   %2$s/camunda/app/tasklist/
                  Cockpit    %2$s/camunda/app/cockpit/
                  API        %2$s/v3/api-docs
                %3$s""".formatted(seconds, desk.baseUrl(),
                environment.acceptsProfiles(Profiles.of("embedded")) ? demo() : ""));
    }

    private String demo() {
        return """
                  Phones     %s/demo/outbox   (text messages, for noor.ali)
                  Mail       SMTP 127.0.0.1:%s, IMAP 127.0.0.1:%s, desk mailbox servicedesk@example.org
                  Directory  LDAP 127.0.0.1:%s

                  Sign in as ada.lindqvist or ben.okafor (requesters), hana.sato (service desk), judit.nagy (identity),
                  kwame.mensah (security), lena.fischer (auditor), noor.ali (administrator), mateo.garcia (process analyst).
                  This is the demo organisation: every password is "demo".
                """.formatted(desk.baseUrl(), environment.getProperty("desk.demo.smtp-port"),
                environment.getProperty("desk.demo.imap-port"), environment.getProperty("desk.demo.directory-port"));
    }
}
