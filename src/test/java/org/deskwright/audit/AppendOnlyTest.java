package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.deskwright.BareDeskTest;
import org.deskwright.DeskTestEnvironment;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Neither the desk's own database user nor the owner of the tables changes the record by a plain statement. */
@BareDeskTest
class AppendOnlyTest {

    private static final List<String> TABLES = List.of("entry", "seal", "subtree", "checkpoint");

    private final JdbcClient desk;
    private final JdbcClient owner;
    private final AuditLog log;
    private final Sealer sealer;
    private final String url;

    AppendOnlyTest(JdbcClient desk, Flyway flyway, AuditLog log, Sealer sealer, DataSourceProperties database) {
        this.url = database.determineUrl();
        this.desk = desk;
        this.owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        this.log = log;
        this.sealer = sealer;
    }

    static Stream<String> changes() {
        return TABLES.stream().flatMap(table -> Stream.of("delete from record." + table, "update record.%s set %s".formatted(table, setting(table))));
    }

    private static String setting(String table) {
        return switch (table) {
            case "entry" -> "kind = 'ANOTHER'";
            case "seal" -> "ticket_sequence = ticket_sequence + 1";
            case "subtree" -> "position = position + 1";
            default -> "size = size + 1";
        };
    }

    @BeforeEach
    void aRecordWithSomethingInEveryTable() {
        if (desk.sql("select count(*) from record.subtree").query(Long.class).single() == 0) {
            for (int i = 0; i < 256; i++) {
                log.write("KEEP-1", "TESTED", Actor.DESK, Map.of());
            }
            sealer.sealAll();
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theDesksUserMayNot(String change) {
        assertThatThrownBy(() -> desk.sql(change).update()).isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining(DeskTestEnvironment.isPostgres() ? "permission denied" : "Not enough rights");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theOwnerIsHeldUpByTheTable(String change) {
        assertThatThrownBy(() -> owner.sql(change).update()).isInstanceOf(DataAccessException.class).hasStackTraceContaining("The record is only added to");
    }

    @Test
    void nobodyTruncates() {
        for (String table : TABLES) {
            assertThatThrownBy(() -> desk.sql("truncate table record." + table).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theDesksUserMakesNoTables() {
        assertThatThrownBy(() -> desk.sql("create table record.shadow (id int)").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> desk.sql("drop trigger record.entry_stays" + (DeskTestEnvironment.isPostgres() ? " on record.entry" : "")).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aDeskThatRunsAsTheOwnerIsRefused() {
        assertThatThrownBy(() -> new RecordRights(owner, url).check()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DESK_DB_OWNER");
        new RecordRights(desk, url).check();
        assertThat(desk.sql("select count(*) from record.entry").query(Long.class).single()).isPositive();
    }
}
