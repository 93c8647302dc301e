package org.deskwright.connector.ldap;

import java.nio.file.Path;
import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LdapDirectoryTest extends DirectoryContract {

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
    protected Directory directory() {
        return desk.directory;
    }

    @Override
    protected void nest(String inner, String outer) {
        desk.nest(inner, outer);
    }

    @Override
    protected void lock(String login) {
        desk.lock(login);
    }
}
