package org.deskwright.connector.demo.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PLAINBindRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.ldap.sdk.extensions.StartTransactionExtendedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryServerTest {

    private static final String GROUP = "cn=wiki-editors,ou=groups," + DemoDirectoryServer.BASE_DN;
    private static final String[] GRANT = {"dn: " + GROUP, "changetype: modify", "add: member",
        "member: " + dn("ben.okafor")};

    @TempDir
    Path data;
    private DemoDirectoryServer server;

    @BeforeEach
    void start() {
        server = new DemoDirectoryServer(0, data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasAnsweredIsOnDiskAlready() throws Exception {
        try (LDAPConnection desk = desk()) {
            desk.modify(GRANT);
            assertThat(Files.readString(data.resolve("directory.ldif"))).contains("member: " + dn("ben.okafor"));
        }
        Path copyAsAfterKill = Files.createDirectory(data.resolve("copy"));
        Files.copy(data.resolve("directory.ldif"), copyAsAfterKill.resolve("directory.ldif"));
        try (DemoDirectoryServer second = new DemoDirectoryServer(0, copyAsAfterKill);
                LDAPConnection ben = connect(second, dn("ben.okafor"), "demo")) {
            assertThat(ben.getEntry(GROUP).getAttributeValues("member")).containsExactly(dn("ben.okafor"));
        }
    }

    @Test
    void aRestartKeepsGrantsPasswordsAndLocks() throws Exception {
        try (LDAPConnection desk = desk()) {
            desk.modify(GRANT);
            choose(desk, "ada.lindqvist", "correct horse battery");
            desk.modify("dn: " + dn("hana.sato"), "changetype: modify", "add: pwdAccountLockedTime",
                    "pwdAccountLockedTime: 20260101000000Z");
        }
        server.close();
        server = new DemoDirectoryServer(0, data);
        try (LDAPConnection ada = connect(server, dn("ada.lindqvist"), "correct horse battery")) {
            assertThat(ada.getEntry(GROUP).hasAttributeValue("member", dn("ben.okafor"))).isTrue();
        }
        refused(ResultCode.INVALID_CREDENTIALS, () -> connect(server, dn("ada.lindqvist"), "demo"));
        refused(ResultCode.INVALID_CREDENTIALS, () -> connect(server, dn("hana.sato"), "demo"));
    }

    @Test
    void whatCannotBeKeptIsNotDone() throws Exception {
        Files.createDirectories(data.resolve("directory.ldif.tmp/in-the-way"));
        try (LDAPConnection desk = desk()) {
            refused(ResultCode.UNAVAILABLE, () -> desk.modify(GRANT));
            assertThat(desk.getEntry(GROUP).hasAttribute("member")).isFalse();
            Files.delete(data.resolve("directory.ldif.tmp/in-the-way"));
            desk.modify(GRANT);
        }
    }

    @Test
    void passwordsAreStoredHashedAndForTheOwnersEyesOnly() throws Exception {
        String file = Files.readString(data.resolve("directory.ldif"));
        assertThat(file.lines().filter(line -> line.startsWith("userPassword"))).hasSize(17).doesNotHaveDuplicates();
        assertThat(file).doesNotContain("userPassword: demo", "ZGVtbw==", server.servicePassword());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("directory.ldif"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nobodyReadsPasswordsNotEvenHashed() throws Exception {
        try (LDAPConnection desk = desk()) {
            assertThat(desk.getEntry(dn("ada.lindqvist"), "*", "+", "userPassword").hasAttribute("userPassword")).isFalse();
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> desk.search(DemoDirectoryServer.BASE_DN,
                    SearchScope.SUB, "(&(uid=ada.lindqvist)(!(userPassword={SSHA256}a*)))"));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    () -> desk.compare(dn("ada.lindqvist"), "userPassword;x", "demo"));
        }
    }

    @Test
    void closedAccountsDoNotSignIn() throws Exception {
        refused(ResultCode.INVALID_CREDENTIALS, () -> connect(server, dn("oscar.lund"), "demo"));
        try (LDAPConnection connection = connect(server, dn("ada.lindqvist"), "demo")) {
            refused(ResultCode.INVALID_CREDENTIALS, () -> connection.bind(dn("oscar.lund"), "demo"));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> connection.getEntry(GROUP));
        }
        refused(ResultCode.AUTH_METHOD_NOT_SUPPORTED,
                () -> new LDAPConnection("127.0.0.1", server.port()).bind(new PLAINBindRequest("u:oscar.lund", "demo")));
    }

    @Test
    void whoHasNotSignedInSeesTheRootEntryOnly() throws Exception {
        try (LDAPConnection anybody = new LDAPConnection("127.0.0.1", server.port())) {
            assertThat(anybody.getRootDSE()).isNotNull();
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    () -> anybody.search(DemoDirectoryServer.BASE_DN, SearchScope.SUB, "(uid=*)"));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> anybody.search("", SearchScope.SUB, "(uid=*)"));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    () -> anybody.compare(dn("ada.lindqvist"), "title", "Accountant"));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> anybody.modify(GRANT));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> choose(anybody, "ada.lindqvist", "correct horse"));
        }
    }

    @Test
    void ordinaryPeopleReadAndDoNotWrite() throws Exception {
        try (LDAPConnection noor = connect(server, dn("noor.ali"), "demo")) {
            assertThat(noor.getEntry(dn("ada.lindqvist")).getAttributeValue("title")).isEqualTo("Accountant");
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> noor.modify(GRANT));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> noor.delete(GROUP));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> noor.modifyDN(GROUP, "cn=mine", true));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                    () -> noor.add("dn: cn=x,ou=groups," + DemoDirectoryServer.BASE_DN, "objectClass: groupOfNames", "cn: x"));
            refused(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, () -> choose(noor, "noor.ali", "correct horse battery"));
        }
    }

    @Test
    void newPasswordsAreLongEnoughAndNotTheFirstOne() throws Exception {
        try (LDAPConnection desk = desk()) {
            refused(ResultCode.CONSTRAINT_VIOLATION, () -> choose(desk, "ada.lindqvist", "seven77"));
            refused(ResultCode.CONSTRAINT_VIOLATION, () -> choose(desk, "ada.lindqvist", "demo"));
            refused(ResultCode.CONSTRAINT_VIOLATION, () -> choose(desk, "ada.lindqvist", null));
            refused(ResultCode.UNWILLING_TO_PERFORM, () -> choose(desk, "oscar.lund", "correct horse battery"));
            refused(ResultCode.UNWILLING_TO_PERFORM, () -> desk.modify("dn: " + dn("ada.lindqvist"),
                    "changetype: modify", "replace: userPassword", "userPassword: x"));
            refused(ResultCode.PROTOCOL_ERROR, () -> succeed(desk.processExtendedOperation(
                    new StartTransactionExtendedRequest()).getResultCode()));
            assertThatCode(() -> choose(desk, "ada.lindqvist", "eight888")).doesNotThrowAnyException();
        }
    }

    @Test
    void aTakenPortAndABrokenFileAreExplained() throws Exception {
        assertThatThrownBy(() -> new DemoDirectoryServer(server.port(), data.resolve("other")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("desk.demo.directory-port");
        Path broken = Files.createDirectory(data.resolve("broken"));
        Files.writeString(broken.resolve("directory.ldif"), "this is no LDIF");
        assertThatThrownBy(() -> new DemoDirectoryServer(0, broken))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Repair it");
        assertThat(Files.readString(broken.resolve("directory.ldif"))).isEqualTo("this is no LDIF");
    }

    private LDAPConnection desk() throws LDAPException {
        return connect(server, DemoDirectoryServer.SERVICE_DN, server.servicePassword());
    }

    private static LDAPConnection connect(DemoDirectoryServer server, String dn, String password) throws LDAPException {
        return new LDAPConnection("127.0.0.1", server.port(), dn, password);
    }

    private static void choose(LDAPConnection connection, String login, String password) throws LDAPException {
        succeed(connection.processExtendedOperation(
                new PasswordModifyExtendedRequest(dn(login), null, password)).getResultCode());
    }

    private static void succeed(ResultCode code) throws LDAPException {
        if (code != ResultCode.SUCCESS) {
            throw new LDAPException(code);
        }
    }

    private static void refused(ResultCode code, ThrowingCallable operation) {
        assertThatThrownBy(operation).isInstanceOfSatisfying(LDAPException.class,
                e -> assertThat(e.getResultCode()).isEqualTo(code));
    }

    private static String dn(String login) {
        return "uid=" + login + ",ou=people," + DemoDirectoryServer.BASE_DN;
    }
}
