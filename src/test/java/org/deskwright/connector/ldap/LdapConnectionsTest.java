package org.deskwright.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.deskwright.connector.demo.directory.DemoDirectoryServer;
import org.deskwright.identity.DirectoryUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A directory that cannot be asked is never taken for one that says no, and a change is never sent twice. */
class LdapConnectionsTest {

    private static final LdapTimes SHORT = new LdapTimes(Duration.ofMillis(300), Duration.ofMillis(300),
            Duration.ofSeconds(2));

    @Test
    void aStoppedDirectoryIsUnavailable(@TempDir Path data) {
        try (LdapDesk desk = new LdapDesk(data)) {
            assertThat(desk.directory.byLogin("ada.lindqvist")).isPresent();
            desk.server.close();
            assertThatThrownBy(() -> desk.directory.byLogin("ada.lindqvist")).isInstanceOf(DirectoryUnavailable.class);
            assertThatThrownBy(() -> desk.directory.authenticate("ada.lindqvist", "demo"))
                    .isInstanceOf(DirectoryUnavailable.class);
            assertThatThrownBy(() -> desk.passwords.choose("ada.lindqvist", "correct horse battery"))
                    .isInstanceOf(DirectoryUnavailable.class);
        }
    }

    @Test
    void aWrongServicePasswordIsUnavailableAndNotAnEmptyDirectory(@TempDir Path data) {
        try (DemoDirectoryServer server = new DemoDirectoryServer(0, data);
                LdapConnections connections = connections(server.port(), "wrong", LdapTimes.GOVERNED)) {
            assertThatThrownBy(() -> directory(connections).byLogin("ada.lindqvist"))
                    .isInstanceOf(DirectoryUnavailable.class).message().doesNotContain("wrong");
        }
    }

    @Test
    @Timeout(10)
    void aDirectoryThatNeverAnswersIsUnavailableInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                LdapConnections connections = connections(silent.getLocalPort(), "any", SHORT)) {
            assertThatThrownBy(() -> directory(connections).find("", 10)).isInstanceOf(DirectoryUnavailable.class);
        }
    }

    @Test
    void aStaleConnectionIsReplacedForQuestionsAndChanges() throws Exception {
        try (InMemoryDirectoryServer server = server(new InMemoryOperationInterceptor() { });
                LdapConnections connections = connections(server.getListenPort(), "secret", LdapTimes.GOVERNED)) {
            assertThat(connections.change(connections.call(), change(), () -> { }).getResultCode()).isEqualTo(ResultCode.SUCCESS);
            server.closeAllConnections(true);
            assertThat(directory(connections).groups()).isEmpty();
            server.closeAllConnections(true);
            assertThat(connections.change(connections.call(), change(), () -> { }).getResultCode()).isEqualTo(ResultCode.SUCCESS);
        }
    }

    @Test
    @Timeout(10)
    void anUnansweredChangeIsSentOnceAndItsOutcomeIsOpen() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        InMemoryOperationInterceptor slow = new InMemoryOperationInterceptor() {
            @Override
            public void processModifyRequest(InMemoryInterceptedModifyRequest request) {
                sent.incrementAndGet();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (InMemoryDirectoryServer server = server(slow);
                LdapConnections connections = connections(server.getListenPort(), "secret", SHORT)) {
            assertThatThrownBy(() -> connections.change(connections.call(), change(), () -> { }))
                    .isInstanceOf(DirectoryUnavailable.class);
            assertThat(sent).hasValue(1);
            end.countDown();
        }
    }

    @Test
    void passwordsTravelOverTlsToEveryOtherMachine() {
        assertThat(new LdapProperties("ldap.example.org", 636, "dc=x", "cn=desk", "secret", null).tls()).isTrue();
        assertThat(LdapDesk.properties(389, "secret").tls()).isFalse();
        assertThat(LdapDesk.properties(389, "secret")).hasToString("ldap://127.0.0.1:389/dc=example,dc=org");
    }

    private static ModifyRequest change() {
        return new ModifyRequest(DemoDirectoryServer.BASE_DN,
                new Modification(ModificationType.REPLACE, "description", "changed"));
    }

    private static InMemoryDirectoryServer server(InMemoryOperationInterceptor interceptor) throws Exception {
        InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig(DemoDirectoryServer.BASE_DN);
        configuration.addAdditionalBindCredentials(DemoDirectoryServer.SERVICE_DN, "secret");
        configuration.addInMemoryOperationInterceptor(interceptor);
        configuration.setListenerConfigs(new InMemoryListenerConfig("ldap", InetAddress.getLoopbackAddress(), 0, null,
                null, null));
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(configuration);
        server.add("dn: " + DemoDirectoryServer.BASE_DN, "objectClass: domain", "dc: example");
        server.startListening();
        return server;
    }

    private static LdapConnections connections(int port, String password, LdapTimes times) {
        return new LdapConnections(LdapDesk.properties(port, password), times);
    }

    private static LdapDirectory directory(LdapConnections connections) {
        LdapProperties properties = LdapDesk.properties(1, "any");
        return new LdapDirectory(connections, new LdapPeople(connections, properties), properties);
    }
}
