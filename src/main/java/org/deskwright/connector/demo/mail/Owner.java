package org.deskwright.connector.demo.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.UserImpl;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** An account in GreenMail's words. */
final class Owner extends UserImpl {

    private final String namespace;

    Owner(Account account, ImapHostManager host) {
        super(account.address(), account.login(), null, host);
        namespace = namespaceOf(account.address());
    }

    /** GreenMail's own is a 32-bit hash, which two addresses may share; and a dot would be a level of the hierarchy. */
    static String namespaceOf(String address) {
        return HexFormat.of().formatHex(address.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String getQualifiedMailboxName() {
        return namespace;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
