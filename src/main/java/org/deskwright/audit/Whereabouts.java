package org.deskwright.audit;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command finds the record: in a database, or else at a running desk, which keeps its H2 file to itself. */
final class Whereabouts {

    @Mixin
    private DeskLogin desk;
    @Option(names = "--jdbc", paramLabel = "URL", description = "In place of a desk a database, for instance jdbc:postgresql://host/desk")
    private String jdbc;

    boolean isDatabase() {
        return jdbc != null;
    }

    <T> T read(RecordDatabase.Look<T> look) throws IOException, SQLException {
        return RecordDatabase.read(jdbc, desk.user(), desk.password(), look);
    }

    InputStream get(String path) throws IOException {
        return desk.get(path);
    }
}
