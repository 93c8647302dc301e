package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.deskwright.audit.Records;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AwaitedCodeTest {

    private final Instant start = Instant.parse("2026-03-07T14:05:00Z");
    private final DataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final OneTimeCodes codes = at(start);

    @Test
    void aCodeIsAwaitedUntilItIsGivenBack() {
        assertThat(codes.awaited("DW-1")).isEmpty();
        String code = codes.issue("DW-1", "ada.lindqvist");
        assertThat(codes.awaited("DW-1")).contains(new OneTimeCodes.Awaited(start.plus(OneTimeCodes.LIFETIME), 5));
        codes.check("DW-1", code.equals("00000000") ? "11111111" : "00000000");
        assertThat(codes.awaited("DW-1")).get().extracting(OneTimeCodes.Awaited::triesLeft).isEqualTo(4);
        assertThat(codes.check("DW-1", "it is " + code)).isEqualTo(OneTimeCodes.Answer.RIGHT);
        assertThat(codes.awaited("DW-1")).isEmpty();
    }

    @Test
    void onceItHasRunOutAnyAnswerSaysSo() {
        codes.issue("DW-2", "ada.lindqvist");
        assertThat(codes.check("DW-2", "one moment")).isEqualTo(OneTimeCodes.Answer.NO_CODE);
        OneTimeCodes later = at(start.plus(Duration.ofMinutes(10)));
        assertThat(later.awaited("DW-2")).isPresent();
        assertThat(later.check("DW-2", "Please send me a new code.")).isEqualTo(OneTimeCodes.Answer.EXPIRED);
        assertThat(later.awaited("DW-2")).isEmpty();
    }

    private OneTimeCodes at(Instant now) {
        return new OneTimeCodes(Records.on(database), jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static DataSource database() {
        DataSource h2 = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure().dataSource(h2).locations("classpath:db/migration")
                .placeholders(Map.of("binary", "blob", "next_ticket_number", "next value for ticket_number")).load().migrate();
        return h2;
    }
}
