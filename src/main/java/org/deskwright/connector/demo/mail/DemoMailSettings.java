package org.deskwright.connector.demo.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the embedded mail server listens on 127.0.0.1; port 0 takes a free one. */
@ConfigurationProperties("desk.demo")
record DemoMailSettings(@DefaultValue("3025") int smtpPort, @DefaultValue("3143") int imapPort) {
}
