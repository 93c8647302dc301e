package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.nio.file.Path;
import org.deskwright.connector.demo.directory.DemoDirectoryServer;

/** The LDAP adapters, connected to a demo directory of their own on a random port. */
final class LdapDesk implements AutoCloseable {

    final DemoDirectoryServer server;
    final LdapConnections connections;
    final LdapDirectory directory;
    final LdapAccessGroups accessGroups;
    final LdapPasswords passwords;

    LdapDesk(Path data) {
        server = new DemoDirectoryServer(0, data);
        LdapProperties properties = properties(server.port(), server.servicePassword());
        connections = new LdapConnections(properties, LdapTimes.GOVERNED);
        LdapPeople people = new LdapPeople(connections, properties);
        directory = new LdapDirectory(connections, people, properties);
        accessGroups = new LdapAccessGroups(connections, people, properties);
        passwords = new LdapPasswords(connections, people);
    }

    static LdapProperties properties(int port, String password) {
        return new LdapProperties("127.0.0.1", port, DemoDirectoryServer.BASE_DN, DemoDirectoryServer.SERVICE_DN,
                password, null);
    }

    /** Changes the directory behind the adapters' back. */
    void change(String... ldif) {
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", server.port(), DemoDirectoryServer.SERVICE_DN,
                server.servicePassword())) {
            connection.modify(ldif);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the group {@code inner} into {@code outer}, which is made if it is not there. */
    void nest(String inner, String outer) {
        String dn = "cn=" + outer + ",ou=groups," + DemoDirectoryServer.BASE_DN;
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", server.port(), DemoDirectoryServer.SERVICE_DN,
                server.servicePassword())) {
            if (connection.getEntry(dn) == null) {
                connection.add("dn: " + dn, "objectClass: groupOfNames", "cn: " + outer);
            }
            connection.modify("dn: " + dn, "changetype: modify", "add: member",
                    "member: cn=" + inner + ",ou=groups," + DemoDirectoryServer.BASE_DN);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    void lock(String login) {
        change("dn: uid=" + login + ",ou=people," + DemoDirectoryServer.BASE_DN, "changetype: modify",
                "add: pwdAccountLockedTime", "pwdAccountLockedTime: 20260101000000Z");
    }

    @Override
    public void close() {
        connections.close();
        server.close();
    }
}
