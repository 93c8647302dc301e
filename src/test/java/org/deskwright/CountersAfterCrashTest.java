package org.deskwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that has forgotten which numbers it gave does not give them again. */
class CountersAfterCrashTest {

    @Test
    void numbersGoOnBehindTheHighestThereIs() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        start(database);
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(nextTicket(jdbc)).isEqualTo(1001);
        jdbc.sql("insert into record.entry (id, uid, at, kind, who, body, mac) values (40, random_uuid(), current_timestamp, 'K', 'w', '{}', x'00')").update();
        jdbc.sql("""
                insert into ticket (number, subject, body, channel, source_key, sender_authenticated, status, received_at)
                values ('DW-10007', 's', 'b', 'api', 'k', true, 'received', current_timestamp)""").update();

        start(database);

        jdbc.sql("insert into record.entry (uid, at, kind, who, body, mac) values (random_uuid(), current_timestamp, 'K', 'w', '{}', x'00')").update();
        assertThat(jdbc.sql("select max(id) from record.entry").query(Long.class).single()).isEqualTo(41);
        assertThat(nextTicket(jdbc)).isEqualTo(10008);
    }

    private static void start(JdbcDataSource database) {
        Flyway.configure().dataSource(database).locations("classpath:db/migration").callbacks(new CountersAfterCrash())
                .placeholders(Map.of("binary", "blob", "next_ticket_number", "next value for ticket_number")).load().migrate();
    }

    private static long nextTicket(JdbcClient jdbc) {
        return jdbc.sql("select nextval('ticket_number')").query(Long.class).single();
    }
}
