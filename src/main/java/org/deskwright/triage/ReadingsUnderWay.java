package org.deskwright.triage;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests are being read by somebody who takes their time, by whom, and what they found. None of the words is here. */
@Component
class ReadingsUnderWay {

    /** {@code isGuess} and the like are said by the values themselves. */
    private static final ObjectMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final JdbcClient jdbc;

    ReadingsUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was found before is over. */
    void begin(String ticket, Roster roster) {
        end(ticket);
        jdbc.sql("insert into reading_under_way (ticket_number, roster) values (?, ?)").params(ticket, json(roster)).update();
    }

    Optional<Roster> roster(String ticket) {
        return column("roster", ticket, Roster.class);
    }

    void found(String ticket, Found found) {
        jdbc.sql("update reading_under_way set found = ? where ticket_number = ?").params(json(found), ticket).update();
    }

    /** Whatever it is, it is over then. */
    Optional<Found> take(String ticket) {
        Optional<Found> found = column("found", ticket, Found.class);
        end(ticket);
        return found;
    }

    void end(String ticket) {
        jdbc.sql("delete from reading_under_way where ticket_number = ?").param(ticket).update();
    }

    private <T> Optional<T> column(String name, String ticket, Class<T> type) {
        return jdbc.sql("select %s from reading_under_way where ticket_number = ? and %<s is not null".formatted(name)).param(ticket).query(String.class).optional()
                .map(json -> read(json, type));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored of a reading is nothing that this version of the desk stores", e);
        }
    }
}
