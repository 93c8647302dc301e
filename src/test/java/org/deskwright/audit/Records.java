package org.deskwright.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record for tests that have a database but not the whole desk. */
public final class Records {

    /** {@code who} of a person, to be compared in SQL; its parameter is the login. */
    public static final String PERSON = "(select 'person:' || cast(uid as varchar(36)) from person_key where login = ?)";

    private Records() {
    }

    private static Path nobodys() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "keys").resolve("persons.keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With keys that nobody keeps. */
    public static AuditLog on(DataSource database) {
        SigningKey key = SigningKey.generate("test.example/record");
        PersonKeys keys = new PersonKeys(JdbcClient.create(database), new MasterKeys(nobodys(), key.personsKey(), Clock.systemUTC()), Clock.systemUTC());
        return new Scribe(new Pseudonyms(keys, ticket -> Optional.empty()), key.writersMark(), Optional::empty, Clock.systemUTC()).on(new JdbcTemplate(database));
    }
}
