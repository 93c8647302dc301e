package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TimeZone;
import java.util.UUID;

import org.h2.util.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever brings a URL of their own may forget the zone. */
class RecordZoneTest {

    private final TimeZone usual = TimeZone.getDefault();

    @AfterEach
    void asUsual() {
        in(usual);
    }

    private static void in(TimeZone zone) {
        TimeZone.setDefault(zone);
        DateTimeUtils.resetCalendar(); // H2 looks at it once
    }

    @ParameterizedTest
    @ValueSource(strings = {";TIME ZONE=Europe/Berlin", ";TIME ZONE=GMT+02:00", ""})
    void anotherZoneIsRefusedInASentenceThatSaysWhatToDo(String option) {
        in(TimeZone.getTimeZone("America/New_York"));
        assertThatThrownBy(zone(option)::check).isInstanceOf(IllegalStateException.class).hasMessageContaining("Add ;TIME ZONE=UTC to its URL")
                .hasMessageContaining(option.isEmpty() ? "America/New_York" : option.substring(option.indexOf('=') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {";TIME ZONE=UTC", ";TIME ZONE=Etc/UTC", ";TIME ZONE=GMT"})
    void utcIsTakenUnderEachOfItsNames(String option) {
        in(TimeZone.getTimeZone("America/New_York"));
        assertThatCode(zone(option)::check).doesNotThrowAnyException();
    }

    /** A machine that is in UTC needs to say nothing. */
    @Test
    void whatTheZoneIsCountsAndNotWhatTheUrlSays() {
        in(TimeZone.getTimeZone("UTC"));
        assertThatCode(zone("")::check).doesNotThrowAnyException();
    }

    private static RecordZone zone(String option) {
        String url = "jdbc:h2:mem:%s%s".formatted(UUID.randomUUID(), option);
        return new RecordZone(JdbcClient.create(new DriverManagerDataSource(url, "sa", "")), url);
    }
}
