package org.deskwright.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.deskwright.DeskTestEnvironment;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Incidents that earlier versions opened say by their source, or their subject, what they are about. */
class EarlierIncidentsTest {

    private static final UUID ACTION = UUID.randomUUID();
    private static final UUID DEMAND = UUID.randomUUID();
    private static final UUID SAID = UUID.randomUUID();

    private JdbcClient jdbc;

    @Test
    void whatTheyAreAboutIsKeptFromTheirSource() throws IOException {
        if (DeskTestEnvironment.isPostgres()) {
            try (EmbeddedPostgres server = EmbeddedPostgres.builder().setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile()).start()) {
                isKept(server.getPostgresDatabase(), "bytea", "nextval('ticket_number')");
            }
        } else {
            isKept(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""), "blob", "next value for ticket_number");
        }
    }

    private void isKept(DataSource database, String binary, String next) {
        jdbc = JdbcClient.create(database);
        migrate(database, binary, next, "60");
        ticket("DW-1", "mail:<1@example.org>", "Answer not heard: DW-1", "ada.lindqvist");
        jdbc.sql("""
                insert into action_plan (id, ticket_number, step, type, target, parameters, confidence, calibrated, confidence_source, digest, planned_at)
                values (?, 'DW-1', 's', 'add-to-group', 'ada.lindqvist', '{}', 1, true, 's', 'd', current_timestamp)""").param(ACTION).update();
        jdbc.sql("""
                insert into revocation (id, action_id, ticket_number, basis, demanded_by, reason, demanded_at, looked_at, tried_since)
                values (?, ?, 'DW-1', 'DEMAND', 'kwame.mensah', 'r', current_timestamp, current_timestamp, current_timestamp)""").params(DEMAND, ACTION).update();
        jdbc.sql("insert into unheard (id, ticket_number, message, said_at, looked_at) values (?, 'DW-1', 'Reply received', current_timestamp, current_timestamp)")
                .param(SAID).update();
        ticket("DW-2", "disowned:" + ACTION + ":1", "Password recovery disowned: DW-1", null);
        jdbc.sql("update ticket set disowned_action = ? where number = 'DW-2'").param(ACTION).update();
        ticket("DW-3", "not-taken-back:" + DEMAND, "Not taken back: DW-1", null);
        ticket("DW-4", "not-followed-up:TELLING_BACK:" + ACTION, "Not followed up: DW-1", null);
        ticket("DW-5", "withdrawal-unheard:DW-1", "Withdrawal not heard: DW-1", null);
        ticket("DW-6", "not-begun:DW-1", "Requests do not begin: DW-1", null);
        ticket("DW-7", "answer-unheard:" + SAID, "⟦of which nothing is kept⟧", null);
        ticket("DW-8", "answer-unheard:" + UUID.randomUUID(), "Answer not heard: DW-1", null);
        ticket("DW-9", "not-read:" + UUID.randomUUID(), "Request does not go on: DW-1", null);
        ticket("DW-10", "not-begun:DW-4", "Requests do not begin: DW-4", null);
        ticket("DW-11", "not-read:" + UUID.randomUUID(), "⟦of which nothing is kept⟧", null);

        migrate(database, binary, next, "61");
        assertThat(jdbc.sql("select number || ' ' || about from ticket where about is not null").query(String.class).list()).containsExactlyInAnyOrder(
                "DW-2 " + ACTION, "DW-3 " + ACTION, "DW-4 " + ACTION, "DW-5 DW-1", "DW-6 DW-1", "DW-7 DW-1", "DW-8 DW-1", "DW-9 DW-1", "DW-10 " + ACTION);
    }

    private void ticket(String number, String source, String subject, String requester) {
        jdbc.sql("""
                insert into ticket (number, subject, body, channel, source_key, requester, sender_authenticated, status, received_at)
                values (?, ?, 'b', 'portal', ?, ?, false, 'received', current_timestamp)""").params(number, subject, source, requester).update();
    }

    private static void migrate(DataSource database, String binary, String next, String version) {
        Flyway.configure().dataSource(database).locations("classpath:db/migration").placeholders(Map.of("binary", binary, "next_ticket_number", next))
                .target(version).load().migrate();
    }
}
