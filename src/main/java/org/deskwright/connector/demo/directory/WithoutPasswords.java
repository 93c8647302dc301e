package org.deskwright.connector.demo.directory;

import com.unboundid.ldap.listener.SearchEntryTransformer;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.util.ObjectPair;
import java.util.List;

/** Passwords never leave the demo directory, not even hashed, whoever asks. */
final class WithoutPasswords implements SearchEntryTransformer {

    static boolean isPassword(String attribute) {
        String name = Attribute.getBaseName(attribute);
        return name.equalsIgnoreCase("userPassword") || name.equals("2.5.4.35");
    }

    @Override
    public ObjectPair<SearchResultEntryProtocolOp, Control[]> transformEntry(
            int messageId, SearchResultEntryProtocolOp entry, Control[] controls) {
        List<Attribute> open = entry.getAttributes().stream().filter(one -> !isPassword(one.getName())).toList();
        return new ObjectPair<>(new SearchResultEntryProtocolOp(entry.getDN(), open), controls);
    }
}
