package org.deskwright.connector.demo.mail;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One SMTP transaction (RFC 5321 section 3.3).
 *
 * @param sender     reverse path, empty for the null sender of automatic replies and bounces
 * @param recipients by address, in the order given
 */
record Envelope(String sender, Map<String, Destination> recipients) {

    Envelope(String sender) {
        this(sender, new LinkedHashMap<>());
    }
}
