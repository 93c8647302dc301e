package org.deskwright.faultrun;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;

/** A directory with the demo organisation's tree and many more people in it, which keeps account of each membership it changes. */
final class DirectoryTarget extends InMemoryOperationInterceptor {

    static final String BASE_DN = "dc=example,dc=org";
    static final String DESK_DN = "cn=desk,ou=services," + BASE_DN;
    static final String PASSWORD = "fault-run";

    private final EffectLog log;
    private final Manners manners;
    private final InMemoryDirectoryServer server;

    DirectoryTarget(int people, EffectLog log, Manners manners) throws IOException, LDAPException, LDIFException {
        this.log = log;
        this.manners = manners;
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE_DN);
        try (InputStream schema = DirectoryTarget.class.getResourceAsStream("/demo/schema.ldif")) {
            config.setSchema(Schema.mergeSchemas(Schema.getDefaultStandardSchema(), Schema.getSchema(schema)));
        }
        config.addAdditionalBindCredentials(DESK_DN, PASSWORD);
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("fault-run", InetAddress.getLoopbackAddress(), 0, null));
        config.addInMemoryOperationInterceptor(this);
        server = new InMemoryDirectoryServer(config);
        fill(people);
    }

    /** The logins that requests are filed with. */
    static String login(int number) {
        return "person.no%05d".formatted(number);
    }

    private void fill(int people) throws IOException, LDAPException, LDIFException {
        try (LDIFReader demo = new LDIFReader(DirectoryTarget.class.getResourceAsStream("/demo/people.ldif"))) {
            for (Entry entry = demo.readEntry(); entry != null; entry = demo.readEntry()) {
                if (entry.hasObjectClass("deskAccount")) {
                    entry.addAttribute("userPassword", PASSWORD);
                }
                server.add(entry);
            }
        }
        for (int number = 0; number < people; number++) {
            String login = login(number);
            server.add("dn: uid=%s,ou=people,%s".formatted(login, BASE_DN), "objectClass: inetOrgPerson", "objectClass: deskAccount",
                    "uid: " + login, "cn: Person No%05d".formatted(number), "givenName: Person", "sn: No%05d".formatted(number),
                    "mail: %s@example.org".formatted(login), "userPassword: " + PASSWORD);
        }
    }

    int start() throws LDAPException {
        server.startListening();
        return server.getListenPort();
    }

    @Override
    public void processModifyResult(InMemoryInterceptedModifyResult result) {
        for (Modification change : result.getRequest().getModifications()) {
            if (change.getAttributeName().equalsIgnoreCase("member")) {
                String kind = change.getModificationType() == ModificationType.ADD ? Effect.ADDED : Effect.REMOVED;
                String group = firstValue(result.getRequest().getDN());
                for (String member : change.getValues()) {
                    log.add(Effect.of(kind, firstValue(member) + "/" + group, answer(result.getResult().getResultCode())));
                }
                manners.beforeAnswering(() -> server.closeAllConnections(false));
            }
        }
    }

    private static String answer(ResultCode code) {
        return code == ResultCode.SUCCESS ? Effect.SUCCESS : code.getName();
    }

    private static String firstValue(String dn) {
        try {
            return new DN(dn).getRDN().getAttributeValues()[0];
        } catch (LDAPException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
