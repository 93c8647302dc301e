package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;

/** A connection on loan from its pool. It goes back if it is sound, and is thrown away otherwise. */
final class LdapLease implements AutoCloseable {

    private final LDAPConnectionPool pool;
    private LDAPConnection connection;
    private boolean sound = true;

    LdapLease(LDAPConnectionPool pool) throws LDAPException {
        this.pool = pool;
        this.connection = pool.getConnection();
    }

    <T> T use(Request<T> request) throws LDAPException {
        sound = false;
        try {
            T answer = request.over(connection);
            sound = true;
            return answer;
        } catch (LDAPException e) {
            sound = e.getResultCode().isConnectionUsable();
            throw e;
        }
    }

    /** A fresh connection in place of this one. */
    void renew() throws LDAPException {
        LDAPConnection stale = connection;
        connection = null;
        connection = pool.replaceDefunctConnection(stale);
        sound = true;
    }

    @Override
    public void close() {
        if (connection != null && sound) {
            pool.releaseConnection(connection);
        } else if (connection != null) {
            pool.discardConnection(connection);
        }
    }

    interface Request<T> {
        T over(LDAPConnection connection) throws LDAPException;
    }
}
