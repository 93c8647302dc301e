package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.GetEntryLDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPRequest;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.deskwright.identity.DirectoryUnavailable;

/**
 * The desk's connections to the directory, opened when first needed: one pool signed in as the desk, one on which people
 * sign in. Questions are asked a second time if their connection turned out stale; a change is sent once.
 */
final class LdapConnections implements AutoCloseable {

    /** Answers after which nobody can say what was done, or that say nothing about the request. */
    private static final Set<ResultCode> NO_ANSWER = Set.of(ResultCode.BUSY, ResultCode.UNAVAILABLE, ResultCode.OTHER,
            ResultCode.OPERATIONS_ERROR, ResultCode.PROTOCOL_ERROR, ResultCode.TIME_LIMIT_EXCEEDED,
            ResultCode.ADMIN_LIMIT_EXCEEDED);

    private final LdapProperties properties;
    private final LdapTimes times;
    private final LDAPConnectionPool desk;
    private final LDAPConnectionPool signIns;

    LdapConnections(LdapProperties properties, LdapTimes times) {
        this.properties = properties;
        this.times = times;
        SimpleBindRequest bind = new SimpleBindRequest(properties.bindDn(), properties.bindPassword());
        bind.setResponseTimeoutMillis(times.answer().toMillis());
        this.desk = pool(bind);
        this.signIns = pool(null);
    }

    LdapCall call() {
        return new LdapCall(times);
    }

    /** A base that does not exist has no entries; more entries than the size limit are cut off there. */
    List<SearchResultEntry> search(LdapCall call, SearchRequest search) {
        return ask(desk, call, connection -> {
            search.setResponseTimeoutMillis(call.patience());
            try {
                return connection.search(search).getSearchEntries();
            } catch (LDAPSearchException e) {
                if (e.getResultCode() == ResultCode.NO_SUCH_OBJECT) {
                    return List.of();
                }
                if (e.getResultCode() == ResultCode.SIZE_LIMIT_EXCEEDED && e.getSearchEntries() != null) {
                    return e.getSearchEntries();
                }
                throw e;
            }
        });
    }

    /** Whether the directory lets this account in with this password. */
    boolean signIn(LdapCall call, String dn, String password) {
        return ask(signIns, call, connection -> {
            SimpleBindRequest bind = new SimpleBindRequest(dn, password);
            bind.setResponseTimeoutMillis(call.patience());
            try {
                connection.bind(bind);
                return true;
            } catch (LDAPException e) {
                if (isAnswer(e.getResultCode())) {
                    return false;
                }
                throw e;
            }
        });
    }

    /**
     * Sends a change once, over a connection seen alive just before.
     *
     * @param begin runs right before it is sent, and throws if it must not be sent any more
     * @return what the directory answered, be it yes or no
     * @throws DirectoryUnavailable if it gave no answer: whether the change was made is then unknown
     */
    LDAPResult change(LdapCall call, LDAPRequest change, Runnable begin) {
        try (LdapLease lease = new LdapLease(desk)) {
            beSureItIsAlive(call, lease);
            begin.run();
            return lease.use(connection -> {
                change.setResponseTimeoutMillis(call.patience());
                LDAPResult result = connection.processOperation(change);
                if (isAnswer(result.getResultCode())) {
                    return result;
                }
                throw new LDAPException(result);
            });
        } catch (LDAPException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void close() {
        desk.close();
        signIns.close();
    }

    private void beSureItIsAlive(LdapCall call, LdapLease lease) throws LDAPException {
        SearchRequest probe = new SearchRequest("", SearchScope.BASE, "(objectClass=*)", "1.1");
        probe.setResponseTimeoutMillis(Math.min(call.patience(), times.connect().toMillis()));
        try {
            lease.use(connection -> connection.search(probe));
        } catch (LDAPException e) {
            lease.renew();
        }
    }

    private <T> T ask(LDAPConnectionPool pool, LdapCall call, LdapLease.Request<T> question) {
        try (LdapLease lease = new LdapLease(pool)) {
            try {
                return lease.use(question);
            } catch (LDAPException e) {
                if (e.getResultCode() != ResultCode.SERVER_DOWN) {
                    throw e;
                }
                call.patience();
                lease.renew();
                return lease.use(question);
            }
        } catch (LDAPException e) {
            throw unavailable(e);
        }
    }

    private static boolean isAnswer(ResultCode code) {
        return !code.isClientSideResultCode() && !NO_ANSWER.contains(code);
    }

    private DirectoryUnavailable unavailable(LDAPException e) {
        return new DirectoryUnavailable("The directory " + properties + " could not be asked: "
                + e.getResultCode().getName(), e);
    }

    private LDAPConnectionPool pool(BindRequest bind) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) times.connect().toMillis());
        options.setResponseTimeoutMillis(times.answer().toMillis());
        try {
            SocketFactory sockets = SocketFactory.getDefault();
            if (properties.tls()) {
                sockets = SSLContext.getDefault().getSocketFactory();
                options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
            }
            LDAPConnectionPool pool = new LDAPConnectionPool(
                    new SingleServerSet(properties.host(), properties.port(), sockets, options), bind, 0, 8);
            pool.setMaxConnectionAgeMillis(600_000);
            pool.setHealthCheck(new GetEntryLDAPConnectionPoolHealthCheck("", times.connect().toMillis(),
                    false, false, false, true, false));
            return pool;
        } catch (LDAPException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The connections to the directory could not be prepared", e);
        }
    }
}
