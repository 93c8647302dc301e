package org.deskwright.faultrun;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Where the desk keeps everything, and what the run may know of it: it sets up the HR system's table beside the desk's own
 * before the first start, and asks the record after the last kill.
 */
record Database(String name, String profiles, String url, String owner) {

    /** The user the desk runs as, who owns nothing. */
    static final String USER = "desk_app";

    /** The file that the desk makes by itself in its folder. */
    static Database h2(Path data) {
        return new Database("h2", "fault-run", "jdbc:h2:file:%s/desk;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;TIME ZONE=UTC"
                .formatted(data.toAbsolutePath()), "desk");
    }

    static Database postgresql(EmbeddedPostgres server) {
        return new Database("postgresql", "fault-run,postgresql", "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()), "postgres");
    }

    static EmbeddedPostgres startPostgres() throws IOException {
        return EmbeddedPostgres.builder().setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile()).start();
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, owner, "");
    }

    /** A phone and a recovery address for each of the generated people. */
    void employ(int people) throws SQLException {
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            statement.execute(name.equals("h2") ? "create user " + USER + " password ''" : "create role " + USER + " login");
            statement.execute("create schema hr");
            statement.execute("""
                    create table hr.employee (login varchar(64) primary key, mobile varchar(20), recovery_address varchar(254),
                      contact_changed_at timestamp with time zone default timestamp with time zone '2020-01-01 00:00:00+00' not null)""");
            try (PreparedStatement insert = connection.prepareStatement("insert into hr.employee (login, mobile, recovery_address) values (?, ?, ?)")) {
                for (int number = 0; number < people; number++) {
                    insert.setString(1, DirectoryTarget.login(number));
                    insert.setString(2, mobile(number));
                    insert.setString(3, DirectoryTarget.login(number) + "@home.example");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            if (!name.equals("h2")) {
                statement.execute("grant usage on schema hr to " + USER);
            }
            statement.execute("grant select on hr.employee to " + USER);
        }
    }

    static String mobile(int number) {
        return "+49155501%05d".formatted(number);
    }
}
