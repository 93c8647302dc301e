package org.deskwright.connector.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The desk's mailbox and how to reach it.
 *
 * @param address what the desk writes from
 */
@ConfigurationProperties("desk.mail")
record MailSettings(@DefaultValue("servicedesk@example.org") String address, @DefaultValue Imap imap,
                    @DefaultValue Smtp smtp) {

    /** @param ssl TLS from the first byte; without it STARTTLS is demanded of every host but this machine */
    record Imap(@DefaultValue("127.0.0.1") String host, @DefaultValue("3143") int port, @DefaultValue("") String user,
                @DefaultValue("") String password, @DefaultValue("false") boolean ssl) {
    }

    /** @param user empty for a server that takes mail without a login */
    record Smtp(@DefaultValue("127.0.0.1") String host, @DefaultValue("3025") int port, @DefaultValue("") String user,
                @DefaultValue("") String password, @DefaultValue("false") boolean ssl) {
    }

    /** A password or a mail in the clear is for nobody but this machine. */
    static boolean needsTls(String host) {
        return !(host.equals("localhost") || host.startsWith("127.") || host.equals("::1"));
    }
}
