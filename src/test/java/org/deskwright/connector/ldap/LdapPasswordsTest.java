package org.deskwright.connector.ldap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Passwords;
import org.deskwright.identity.PasswordsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LdapPasswordsTest extends PasswordsContract {

    private LdapDesk desk;

    @BeforeEach
    void open(@TempDir Path data) {
        desk = new LdapDesk(data);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Override
    protected Passwords passwords() {
        return desk.passwords;
    }

    @Override
    protected Directory directory() {
        return desk.directory;
    }

    @Test
    void theDirectorysReasonReachesThePerson() {
        assertThatThrownBy(() -> desk.passwords.choose("ada.lindqvist", "short"))
                .hasMessage("The directory did not accept this password: It has fewer than 8 characters.");
    }
}
