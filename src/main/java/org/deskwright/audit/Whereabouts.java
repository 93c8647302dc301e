package org.deskwright.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command finds the record: in a database, or else at a running desk, which keeps its H2 file to itself. */
final class Whereabouts {

    @Mixin
    private DeskLogin desk;
    @Option(names = "--jdbc", paramLabel = "URL", description = "In place of a desk a database, for instance jdbc:postgresql://host/desk")
    private String jdbc;

    /** Empty if a running desk is to be asked. */
    Optional<JdbcClient> database() {
        return Optional.ofNullable(jdbc).map(url -> AuditCommand.Database.client(url, desk.user(), desk.password()));
    }

    InputStream get(String path) throws IOException {
        return desk.get(path);
    }
}
