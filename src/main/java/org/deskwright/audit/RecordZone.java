package org.deskwright.audit;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.PostConstruct;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The desk does not start on an H2 database whose sessions are not in UTC. In a zone with summer time H2 takes both hours of the
 * autumn change for one, so that what is written in the second of them reads like forged.
 */
@Component
class RecordZone {

    private final JdbcClient jdbc;
    private final boolean h2;

    RecordZone(JdbcClient jdbc, @Value("${spring.datasource.url}") String url) {
        this.jdbc = jdbc;
        this.h2 = url.startsWith("jdbc:h2:");
    }

    /** @throws IllegalStateException if sessions are in another zone */
    @PostConstruct
    void check() {
        if (h2) {
            String zone = jdbc.sql("select setting_value from information_schema.settings where setting_name = 'TIME ZONE'").query(String.class).single();
            if (!isUtc(zone)) {
                throw new IllegalStateException(("The H2 database takes times as those of %s; in the hour that comes twice a year, entries of the record would look forged. "
                        + "Add ;TIME ZONE=UTC to its URL: spring.datasource.url, and spring.flyway.url if that is another.").formatted(zone));
            }
        }
    }

    private static boolean isUtc(String zone) {
        try {
            return ZoneId.of(zone).normalized().equals(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
