package org.deskwright.connector.ldap;

import java.time.Duration;

/** How long the desk waits: for a connection, for one answer, and for everything one call to the directory needs. */
record LdapTimes(Duration connect, Duration answer, Duration wholeCall) {

    /** Far below the engine's job lock of 120 s. */
    static final LdapTimes GOVERNED =
            new LdapTimes(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20));
}
