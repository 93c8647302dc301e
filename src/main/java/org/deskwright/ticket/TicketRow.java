package org.deskwright.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.RowMapper;

/** A row of the table as the ticket that it is. */
record TicketRow(Contents contents, Answers answers) implements RowMapper<Ticket> {

    @Override
    public Ticket mapRow(ResultSet row, int i) throws SQLException {
        String reasons = row.getString("reasons");
        String number = row.getString("number");
        return new Ticket(number, new Words(contents, answers, number, row.getString("subject"), row.getString("body"), row.getString("resolution_text")),
                Word.require(Channel.class, row.getString("channel")), row.getString("source_key"),
                row.getString("requester"), row.getString("sender"), row.getBoolean("sender_authenticated"),
                Word.require(TicketStatus.class, row.getString("status")), word(ClosureCode.class, row, "closure_code"),
                row.getString("category"), confidence(row), impression(row),
                word(Level.class, row, "impact"), word(Level.class, row, "urgency"),
                row.getObject("priority", Integer.class), row.getString("queue"), row.getString("autonomy"),
                reasons.isEmpty() ? List.of() : List.of(reasons.split("\n")),
                instant(row, "received_at"), instant(row, "response_due"), instant(row, "resolution_due"),
                instant(row, "resolved_at"), instant(row, "closed_at"));
    }

    private static Confidence confidence(ResultSet row) throws SQLException {
        Double value = row.getObject("confidence", Double.class);
        return value == null || !Confidence.isProbability(value) ? null : new Confidence(value, row.getDouble("confidence_raw"), row.getBoolean("confidence_calibrated"),
                row.getString("confidence_source"), row.getInt("confidence_n"), row.getString("confidence_method"),
                row.getString("confidence_data_hash"));
    }

    /** Tickets from before have none. */
    private static Impression impression(ResultSet row) throws SQLException {
        String signs = row.getString("machine_signs");
        return signs == null ? null : new Impression(row.getString("language"), row.getString("sentiment"), row.getBoolean("frustrated"),
                row.getString("said_urgency"), row.getBoolean("names_other"), row.getBoolean("second_request"), row.getString("second_category"),
                signs.isEmpty() ? List.of() : List.of(signs.split("\n")), row.getBoolean("broken_answer"), row.getBoolean("left_to_people"));
    }

    private static <E extends Enum<E> & Word> E word(Class<E> type, ResultSet row, String column) throws SQLException {
        String word = row.getString(column);
        return word == null ? null : Word.require(type, word);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
