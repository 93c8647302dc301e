package org.deskwright;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Tests that share a desk share its directory: what one test made the desk grant or take is as before for the next. */
final class SameGroups implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SameGroups.class);

    @Override
    public void beforeEach(ExtensionContext test) throws LDAPException {
        try (LDAPConnection directory = directory(test)) {
            test.getStore(HERE).put("members", members(test, directory));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void afterEach(ExtensionContext test) throws LDAPException {
        Map<String, Set<String>> before = test.getStore(HERE).get("members", Map.class);
        try (LDAPConnection directory = directory(test)) {
            for (Map.Entry<String, Set<String>> now : members(test, directory).entrySet()) {
                Set<String> was = before.get(now.getKey());
                if (!was.equals(now.getValue())) {
                    directory.modify(now.getKey(), new Modification(ModificationType.REPLACE, "member", was.toArray(String[]::new)));
                }
            }
        }
    }

    /** DN of the group → DNs in it. */
    private static Map<String, Set<String>> members(ExtensionContext test, LDAPConnection directory) throws LDAPException {
        Map<String, Set<String>> members = new HashMap<>();
        for (SearchResultEntry group : directory.search("ou=groups," + property(test, "desk.ldap.base-dn"), SearchScope.ONE, "(cn=*)", "member").getSearchEntries()) {
            String[] values = group.getAttributeValues("member");
            members.put(group.getDN(), new TreeSet<>(values == null ? Set.of() : Arrays.asList(values)));
        }
        return members;
    }

    private static LDAPConnection directory(ExtensionContext test) throws LDAPException {
        return new LDAPConnection(property(test, "desk.ldap.host"), Integer.parseInt(property(test, "desk.ldap.port")),
                property(test, "desk.ldap.bind-dn"), property(test, "desk.ldap.bind-password"));
    }

    private static String property(ExtensionContext test, String name) {
        return SpringExtension.getApplicationContext(test).getBean(Environment.class).getRequiredProperty(name);
    }
}
