package org.deskwright.connector.ldap;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * People are looked for below {@code ou=people} and groups below {@code ou=groups} of the base DN.
 *
 * @param bindDn       the desk's service account: reads people and groups, writes {@code member}, sets passwords
 * @param tls          LDAPS; if not said, on for every host but this machine, since passwords travel here
 */
@ConfigurationProperties("desk.ldap")
record LdapProperties(@DefaultValue("127.0.0.1") String host, @DefaultValue("389") int port, String baseDn,
                      String bindDn, String bindPassword, Boolean tls) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1");

    LdapProperties {
        require(baseDn, "base-dn");
        require(bindDn, "bind-dn");
        require(bindPassword, "bind-password");
        tls = tls == null ? !THIS_MACHINE.contains(host) : tls;
    }

    String peopleDn() {
        return "ou=people," + baseDn;
    }

    String groupsDn() {
        return "ou=groups," + baseDn;
    }

    private static void require(String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("desk.ldap." + name + " is missing: the desk needs a directory to ask");
        }
    }

    /** Without the password, wherever it is printed. */
    @Override
    public String toString() {
        return (tls ? "ldaps://" : "ldap://") + host + ":" + port + "/" + baseDn;
    }
}
